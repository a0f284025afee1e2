// SPDX-FileCopyrightText: 2026 Plumbline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/question.h"
#include "probes/subject.h"

#include <QByteArrayView>

#include <any>

namespace plumbline {

/// What a probe touches, and so when it may be asked.
enum class Stage {
    HostKernel, ///< /proc, /sys, socket tables: never blocks on storage
    Monitor, ///< what QEMU answers from memory
    Libvirt, ///< what libvirt answers without QEMU
    Agent, ///< inside the guest
    Experiment, ///< may block on a dead mount; its time-out is the fact
};

/// What to ask and how to read the answer. A probe never runs anything.
class ProbeBase
{
public:
    using Ask = Question (*)(const Subject &);

    constexpr ProbeBase(const char *probeId, Stage probeStage, Ask question)
        : m_id(probeId), m_stage(probeStage), m_ask(question)
    {
    }
    virtual ~ProbeBase() = default;

    const char *id() const { return m_id; }
    Stage stage() const { return m_stage; }
    /// The question with its key, "id/subject".
    Question ask(const Subject &subject) const
    {
        Question question = m_ask(subject);
        question.key = question.key.isEmpty() ? QString::fromLatin1(m_id)
                                              : QString::fromLatin1(m_id) + u'/' + question.key;
        return question;
    }
    /// The fact in the bytes, as the type of the probe.
    virtual Result<std::any> readAny(QByteArrayView text) const = 0;

private:
    const char *m_id;
    Stage m_stage;
    Ask m_ask;
};

template <typename F> class Probe : public ProbeBase
{
public:
    using Fact = F;
    using Read = Result<F> (*)(QByteArrayView);

    constexpr Probe(const char *probeId, Stage probeStage, Ask question, Read reader)
        : ProbeBase(probeId, probeStage, question), m_read(reader)
    {
    }
    Result<F> read(QByteArrayView text) const { return m_read(text); }
    Result<std::any> readAny(QByteArrayView text) const override
    {
        Result<F> fact = m_read(text);
        if (!fact)
            return std::unexpected(fact.error());
        return std::any(*std::move(fact));
    }

private:
    Read m_read;
};

/// A probe with the subject it is to be asked about.
struct Planned
{
    const ProbeBase *probe = nullptr;
    Subject subject;
};

} // namespace plumbline
