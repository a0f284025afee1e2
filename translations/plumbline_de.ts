<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>PathPainter</name>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>bewegt</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Add host</source>
        <translation>Host &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Go to the line where a hypervisor is added</source>
        <translation>Zur Zeile gehen, in der ein Hypervisor hinzugefügt wird</translation>
    </message>
    <message>
        <source>&amp;Remove host</source>
        <translation>Host &amp;entfernen</translation>
    </message>
    <message>
        <source>Take the selected host off the list</source>
        <translation>Den gewählten Host von der Liste nehmen</translation>
    </message>
    <message>
        <source>&amp;Open recording …</source>
        <translation>Aufzeichnung &amp;öffnen …</translation>
    </message>
    <message>
        <source>Open a folder that was recorded before</source>
        <translation>Einen früher aufgezeichneten Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;bundled incident</source>
        <translation>&amp;Mitgelieferten Vorfall öffnen</translation>
    </message>
    <message>
        <source>Look at a guest that a dead NFS mount froze</source>
        <translation>Einen Gast ansehen, den ein toter NFS-Mount einfror</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Plumbline</source>
        <translation>Plumbline schließen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the host once more, now</source>
        <translation>Den Host jetzt noch einmal fragen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop asking the host until it is pressed again</source>
        <translation>Den Host nicht mehr fragen, bis es wieder gedrückt wird</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>Go to the next layer that is stalled or unknown</source>
        <translation>Zur nächsten blockierten oder unbekannten Schicht gehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>&amp;Voriges Problem</translation>
    </message>
    <message>
        <source>Go to the previous layer that is stalled or unknown</source>
        <translation>Zur vorigen blockierten oder unbekannten Schicht gehen</translation>
    </message>
    <message>
        <source>Next m&amp;oment</source>
        <translation>Nä&amp;chster Moment</translation>
    </message>
    <message>
        <source>Step forward in the recording</source>
        <translation>In der Aufzeichnung einen Schritt vor</translation>
    </message>
    <message>
        <source>Previous &amp;moment</source>
        <translation>Vori&amp;ger Moment</translation>
    </message>
    <message>
        <source>Step back in the recording</source>
        <translation>In der Aufzeichnung einen Schritt zurück</translation>
    </message>
    <message>
        <source>Next o&amp;bservation</source>
        <translation>Nächste &amp;Beobachtung</translation>
    </message>
    <message>
        <source>Go to the next observation cited</source>
        <translation>Zur nächsten angeführten Beobachtung gehen</translation>
    </message>
    <message>
        <source>Previous ob&amp;servation</source>
        <translation>Vorige Beobach&amp;tung</translation>
    </message>
    <message>
        <source>Go to the previous observation cited</source>
        <translation>Zur vorigen angeführten Beobachtung gehen</translation>
    </message>
    <message>
        <source>&amp;Hosts and domains</source>
        <translation>&amp;Hosts und Domains</translation>
    </message>
    <message>
        <source>Go to the list of hosts</source>
        <translation>Zur Liste der Hosts gehen</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>&amp;Pfad</translation>
    </message>
    <message>
        <source>Go to the layers of the IO path</source>
        <translation>Zu den Schichten des IO-Pfads gehen</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>Be&amp;lege</translation>
    </message>
    <message>
        <source>Go to the observations of the current layer</source>
        <translation>Zu den Beobachtungen der aktuellen Schicht gehen</translation>
    </message>
    <message>
        <source>&amp;Side channels</source>
        <translation>Neben&amp;kanäle</translation>
    </message>
    <message>
        <source>Go to agent, monitor, libvirt and console</source>
        <translation>Zu Agent, Monitor, libvirt und Konsole gehen</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>Go to the sentence on top</source>
        <translation>Zum Satz ganz oben gehen</translation>
    </message>
    <message>
        <source>&amp;Filter hosts</source>
        <translation>Hosts &amp;filtern</translation>
    </message>
    <message>
        <source>Show only hosts and domains with these letters</source>
        <translation>Nur Hosts und Domains mit diesen Buchstaben zeigen</translation>
    </message>
    <message>
        <source>&amp;All actions …</source>
        <translation>&amp;Alle Aktionen …</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Jede Aktion nach ihrem Namen finden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Zu&amp;rück</translation>
    </message>
    <message>
        <source>Close what is open, or go back to the path</source>
        <translation>Offenes schließen oder zurück zum Pfad</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy what has the focus as text, with the references of its evidence</source>
        <translation>Was den Fokus hat als Text kopieren, mit den Quellen seiner Belege</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the path as a picture</source>
        <translation>Den Pfad als Bild kopieren</translation>
    </message>
    <message>
        <source>Li&amp;ght or dark</source>
        <translation>Hell &amp;oder dunkel</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Speak English</source>
        <translation>Englisch sprechen</translation>
    </message>
    <message>
        <source>Speak German</source>
        <translation>Deutsch sprechen</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>Alle Tastenkürzel auflisten</translation>
    </message>
    <message>
        <source>&amp;About Plumbline</source>
        <translation>Ü&amp;ber Plumbline</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Virtqueues</source>
        <translation>&amp;Virtqueues</translation>
    </message>
    <message>
        <source>Go to the queues: seen, completed, noticed?</source>
        <translation>Zu den Queues: gesehen, erledigt, bemerkt?</translation>
    </message>
    <message>
        <source>&amp;Use sudo on this host</source>
        <translation>Auf diesem Host s&amp;udo verwenden</translation>
    </message>
    <message>
        <source>Run what needs root&apos;s rights under sudo on the host of this domain</source>
        <translation>Was die Rechte von root braucht, auf dem Host dieser Domäne mit sudo ausführen</translation>
    </message>
    <message>
        <source>Read a &amp;block from the host …</source>
        <translation>Einen &amp;Block vom Host aus lesen …</translation>
    </message>
    <message>
        <source>Prove an idle path by reading one block of each disk</source>
        <translation>Einen ruhenden Pfad beweisen, indem von jeder Platte ein Block gelesen wird</translation>
    </message>
    <message>
        <source>Open &amp;log …</source>
        <translation>&amp;Log öffnen …</translation>
    </message>
    <message>
        <source>Read a log file of this machine</source>
        <translation>Eine Logdatei dieses Rechners lesen</translation>
    </message>
    <message>
        <source>Follow the &amp;serial log</source>
        <translation>Dem &amp;seriellen Log folgen</translation>
    </message>
    <message>
        <source>Read what the guest writes to its serial console, as it comes</source>
        <translation>Lesen, was der Gast auf seine serielle Konsole schreibt, sobald es kommt</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>L&amp;og</translation>
    </message>
    <message>
        <source>Go to the lines of the log</source>
        <translation>Zu den Zeilen des Logs gehen</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>%1; its list of domains is %2 old</source>
        <translation>%1; seine Liste der Domains ist %2 alt</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>expected %1</source>
        <translation>erwartet: %1</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>not a number of seconds: %1</source>
        <translation>keine Zahl von Sekunden: %1</translation>
    </message>
    <message>
        <source>not a number from %1 to %2: %3</source>
        <translation>keine Zahl von %1 bis %2: %3</translation>
    </message>
    <message>
        <source>no such command; try plumbline-cli help</source>
        <translation>diesen Befehl gibt es nicht; siehe plumbline-cli help</translation>
    </message>
    <message>
        <source>a command is missing; try plumbline-cli help</source>
        <translation>ein Befehl fehlt; siehe plumbline-cli help</translation>
    </message>
    <message>
        <source>exactly one target is needed</source>
        <translation>es wird genau ein Ziel gebraucht</translation>
    </message>
    <message>
        <source>too many words</source>
        <translation>zu viele Wörter</translation>
    </message>
    <message>
        <source>-o FOLDER goes with record</source>
        <translation>-o ORDNER gehört zu record</translation>
    </message>
    <message>
        <source>nobody has answered for 2 min</source>
        <translation>2 min lang hat niemand geantwortet</translation>
    </message>
    <message>
        <source>one file is needed, or two to compare</source>
        <translation>nötig ist eine Datei, oder zwei zum Vergleich</translation>
    </message>
    <message>
        <source>exactly one file is needed</source>
        <translation>es wird genau eine Datei gebraucht</translation>
    </message>
    <message>
        <source>standard input can be read only once</source>
        <translation>die Standardeingabe lässt sich nur einmal lesen</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>hung task</source>
        <translation>Hung Task</translation>
    </message>
    <message>
        <source>soft lockup</source>
        <translation>Soft Lockup</translation>
    </message>
    <message>
        <source>hard lockup</source>
        <translation>Hard Lockup</translation>
    </message>
    <message>
        <source>RCU stall</source>
        <translation>RCU-Stall</translation>
    </message>
    <message>
        <source>oops</source>
        <translation>Oops</translation>
    </message>
    <message>
        <source>bug</source>
        <translation>BUG</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>Panic</translation>
    </message>
    <message>
        <source>OOM kill</source>
        <translation>OOM-Kill</translation>
    </message>
    <message>
        <source>I/O error</source>
        <translation>I/O-Fehler</translation>
    </message>
    <message>
        <source>request timed out</source>
        <translation>Anfrage ohne Antwort</translation>
    </message>
    <message>
        <source>virtqueue broken</source>
        <translation>Virtqueue defekt</translation>
    </message>
    <message>
        <source>device did not come</source>
        <translation>Gerät blieb aus</translation>
    </message>
    <message>
        <source>file system shut down</source>
        <translation>Dateisystem abgeschaltet</translation>
    </message>
    <message>
        <source>remounted read-only</source>
        <translation>nur noch lesbar</translation>
    </message>
    <message>
        <source>file system error</source>
        <translation>Dateisystemfehler</translation>
    </message>
    <message>
        <source>NFS server silent</source>
        <translation>NFS-Server stumm</translation>
    </message>
    <message>
        <source>NFS server answers</source>
        <translation>NFS-Server antwortet</translation>
    </message>
    <message>
        <source>clock source unstable</source>
        <translation>Taktquelle instabil</translation>
    </message>
    <message>
        <source>clock jumped</source>
        <translation>Uhr sprang</translation>
    </message>
    <message>
        <source>time runs backwards</source>
        <translation>Zeit läuft rückwärts</translation>
    </message>
    <message>
        <source>boot</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>power off</source>
        <translation>Abschaltung</translation>
    </message>
    <message>
        <source>SysRq</source>
        <translation>SysRq</translation>
    </message>
    <message>
        <source>messages suppressed</source>
        <translation>Meldungen unterdrückt</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>first of %1 answers</source>
        <translation>erste von %1 Antworten</translation>
    </message>
    <message>
        <source>asked again %1 later</source>
        <translation>%1 später erneut gefragt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>no output</source>
        <translation>keine Ausgabe</translation>
    </message>
    <message>
        <source>more came than is kept; this is the beginning</source>
        <translation>es kam mehr, als aufbewahrt wird; dies ist der Anfang</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>%n weitere Zeile</numerusform>
            <numerusform>%n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a picture of %n byte(s)</source>
        <translation>
            <numerusform>ein Bild von %n Byte</numerusform>
            <numerusform>ein Bild von %n Bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>follow</name>
    <message>
        <source>the copy cannot be written: %1</source>
        <translation>die Kopie kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>another Plumbline keeps this copy</source>
        <translation>ein anderes Plumbline führt diese Kopie</translation>
    </message>
    <message>
        <source>the host sent another part than was asked for</source>
        <translation>der Host sandte einen anderen Teil als verlangt</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>a piece of the file did not come whole</source>
        <translation>ein Stück der Datei kam nicht ganz an</translation>
    </message>
    <message>
        <source>interrupted: %1; goes on from there</source>
        <translation>unterbrochen: %1; es geht dort weiter</translation>
    </message>
    <message>
        <source>the host does not answer; it is waited for</source>
        <translation>der Host antwortet nicht; es wird auf ihn gewartet</translation>
    </message>
    <message>
        <source>the host&apos;s shell ended early</source>
        <translation>die Shell des Hosts endete vorzeitig</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>a block device&apos;s numbers and name</source>
        <translation>Nummern und Name eines Blockgeräts</translation>
    </message>
    <message>
        <source>a block device&apos;s counter</source>
        <translation>ein Zähler eines Blockgeräts</translation>
    </message>
    <message>
        <source>11, 15 or 17 counters</source>
        <translation>11, 15 oder 17 Zähler</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>no document type declaration</source>
        <translation>keine Dokumenttyp-Deklaration</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>höchstens %1 Ebenen</translation>
    </message>
    <message>
        <source>XML (%1)</source>
        <translation>XML (%1)</translation>
    </message>
    <message>
        <source>a &lt;domain&gt;</source>
        <translation>ein &lt;domain&gt;</translation>
    </message>
    <message>
        <source>a domain&apos;s name</source>
        <translation>der Name einer Domain</translation>
    </message>
    <message>
        <source>a key and a value</source>
        <translation>ein Schlüssel und ein Wert</translation>
    </message>
    <message>
        <source>ticks per second</source>
        <translation>Takte pro Sekunde</translation>
    </message>
    <message>
        <source>kernel, hostname, boot_id and uid</source>
        <translation>kernel, hostname, boot_id und uid</translation>
    </message>
    <message>
        <source>the field %1</source>
        <translation>das Feld %1</translation>
    </message>
    <message>
        <source>at most %1 values</source>
        <translation>höchstens %1 Werte</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>das Ende der Zeile</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>the ids of a mount and its parent</source>
        <translation>die Nummern eines Mounts und seines übergeordneten</translation>
    </message>
    <message>
        <source>a device number</source>
        <translation>eine Gerätenummer</translation>
    </message>
    <message>
        <source>a mount point</source>
        <translation>ein Mount-Punkt</translation>
    </message>
    <message>
        <source>a file system type, source and options</source>
        <translation>Dateisystemtyp, Quelle und Optionen</translation>
    </message>
    <message>
        <source>at most %1 mounts</source>
        <translation>höchstens %1 Mounts</translation>
    </message>
    <message>
        <source>at least one mount</source>
        <translation>mindestens ein Mount</translation>
    </message>
    <message>
        <source>the counters of an RPC transport</source>
        <translation>die Zähler eines RPC-Transports</translation>
    </message>
    <message>
        <source>an operation&apos;s counters</source>
        <translation>die Zähler einer Operation</translation>
    </message>
    <message>
        <source>a mounted device</source>
        <translation>ein gemountetes Gerät</translation>
    </message>
    <message>
        <source>an age in seconds</source>
        <translation>ein Alter in Sekunden</translation>
    </message>
    <message>
        <source>a process&apos;s status</source>
        <translation>der Status eines Prozesses</translation>
    </message>
    <message>
        <source>a process&apos;s number and state</source>
        <translation>Nummer und Zustand eines Prozesses</translation>
    </message>
    <message>
        <source>a process&apos;s number</source>
        <translation>die Nummer eines Prozesses</translation>
    </message>
    <message>
        <source>uid, state, start and number of arguments</source>
        <translation>uid, Zustand, Start und Zahl der Argumente</translation>
    </message>
    <message>
        <source>%1 arguments</source>
        <translation>%1 Argumente</translation>
    </message>
    <message>
        <source>the end of a process</source>
        <translation>das Ende eines Prozesses</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>at most %1 parts</source>
        <translation>höchstens %1 Teile</translation>
    </message>
    <message>
        <source>QEMU refused: %1</source>
        <translation>QEMU lehnte ab: %1</translation>
    </message>
    <message>
        <source>a QMP reply</source>
        <translation>eine QMP-Antwort</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <source>a greeting, return, error or event</source>
        <translation>greeting, return, error oder event</translation>
    </message>
    <message>
        <source>the header of ss</source>
        <translation>die Kopfzeile von ss</translation>
    </message>
    <message>
        <source>a thread&apos;s number, name and state</source>
        <translation>Nummer, Name und Zustand eines Threads</translation>
    </message>
    <message>
        <source>at least one thread</source>
        <translation>mindestens ein Thread</translation>
    </message>
    <message>
        <source>a UUID and a domain&apos;s name</source>
        <translation>eine UUID und der Name einer Domain</translation>
    </message>
    <message>
        <source>a domain&apos;s state</source>
        <translation>der Zustand einer Domain</translation>
    </message>
    <message>
        <source>the state of a domain&apos;s control interface</source>
        <translation>der Zustand der Steuerschnittstelle einer Domain</translation>
    </message>
    <message>
        <source>a statistic of a domain</source>
        <translation>eine Statistik einer Domain</translation>
    </message>
    <message>
        <source>at most %1 arguments</source>
        <translation>höchstens %1 Argumente</translation>
    </message>
    <message>
        <source>a process&apos;s number, name and start</source>
        <translation>Nummer, Name und Start eines Prozesses</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>a block device and a file of it</source>
        <translation>ein Blockgerät und eine Datei davon</translation>
    </message>
    <message>
        <source>a file and its value</source>
        <translation>eine Datei und ihr Wert</translation>
    </message>
    <message>
        <source>a path below /sys</source>
        <translation>ein Pfad unter /sys</translation>
    </message>
    <message>
        <source>a request and its OSD</source>
        <translation>eine Anfrage und ihr OSD</translation>
    </message>
    <message>
        <source>a DRBD resource and its role</source>
        <translation>eine DRBD-Ressource und ihre Rolle</translation>
    </message>
    <message>
        <source>a DRBD resource</source>
        <translation>eine DRBD-Ressource</translation>
    </message>
    <message>
        <source>a line of dmsetup</source>
        <translation>eine Zeile von dmsetup</translation>
    </message>
    <message>
        <source>a multipath target</source>
        <translation>ein Multipath-Target</translation>
    </message>
    <message>
        <source>the number of features</source>
        <translation>die Anzahl der Features</translation>
    </message>
    <message>
        <source>a path and its state</source>
        <translation>ein Pfad und sein Zustand</translation>
    </message>
    <message>
        <source>frozen or thawed</source>
        <translation>frozen oder thawed</translation>
    </message>
    <message>
        <source>a line about a job</source>
        <translation>eine Zeile über einen Auftrag</translation>
    </message>
    <message>
        <source>a job&apos;s type</source>
        <translation>die Art eines Auftrags</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>a network interface&apos;s name</source>
        <translation>der Name einer Netzschnittstelle</translation>
    </message>
    <message>
        <source>a network interface&apos;s counter</source>
        <translation>ein Zähler einer Netzschnittstelle</translation>
    </message>
    <message>
        <source>a network interface&apos;s link</source>
        <translation>der Zustand einer Netzschnittstelle</translation>
    </message>
    <message>
        <source>at most %1 network interfaces</source>
        <translation>höchstens %1 Netzschnittstellen</translation>
    </message>
    <message>
        <source>a network namespace</source>
        <translation>ein Netznamensraum</translation>
    </message>
    <message>
        <source>a thread&apos;s number, state and name</source>
        <translation>Nummer, Zustand und Name eines Threads</translation>
    </message>
    <message>
        <source>a step of a path</source>
        <translation>ein Schritt eines Pfads</translation>
    </message>
    <message>
        <source>where the path leads to</source>
        <translation>wohin der Pfad führt</translation>
    </message>
    <message>
        <source>the picture has no header</source>
        <translation>das Bild hat keinen Kopf</translation>
    </message>
    <message>
        <source>not the size of a picture: %1 × %2</source>
        <translation>nicht die Größe eines Bildes: %1 × %2</translation>
    </message>
    <message>
        <source>this is no picture: %1</source>
        <translation>das ist kein Bild: %1</translation>
    </message>
    <message>
        <source>a number for each column</source>
        <translation>eine Zahl für jede Spalte</translation>
    </message>
    <message>
        <source>no more numbers than columns</source>
        <translation>nicht mehr Zahlen als Spalten</translation>
    </message>
    <message>
        <source>a table of devices</source>
        <translation>eine Tabelle der Geräte</translation>
    </message>
    <message>
        <source>a number of sockets</source>
        <translation>eine Zahl von Sockets</translation>
    </message>
    <message>
        <source>what a Ceph client was asked</source>
        <translation>was ein Ceph-Client gefragt wurde</translation>
    </message>
    <message>
        <source>a disk with its statistics</source>
        <translation>eine Platte mit ihrer Statistik</translation>
    </message>
</context>
<context>
    <name>functions</name>
    <message>
        <source>waits because the device&apos;s queue is frozen</source>
        <translation>wartet, weil die Queue des Geräts eingefroren ist</translation>
    </message>
    <message>
        <source>reads or writes a block device past the page cache</source>
        <translation>liest oder schreibt ein Blockgerät am Page-Cache vorbei</translation>
    </message>
    <message>
        <source>waits for a semaphore</source>
        <translation>wartet auf eine Semaphore</translation>
    </message>
    <message>
        <source>waits until a part of a file has been written to storage</source>
        <translation>wartet, bis ein Teil einer Datei auf dem Storage steht</translation>
    </message>
    <message>
        <source>waits until a kernel worker has done a piece of work</source>
        <translation>wartet, bis ein Kernel-Worker eine Arbeit erledigt hat</translation>
    </message>
    <message>
        <source>waits for the lock of a page, which is mostly held while it is read</source>
        <translation>wartet auf den Lock einer Page, den meist das Einlesen hält</translation>
    </message>
    <message>
        <source>asks a FUSE daemon or virtiofsd and waits for the answer</source>
        <translation>fragt einen FUSE-Daemon oder virtiofsd und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>waits until direct I/O has come back</source>
        <translation>wartet, bis Direct-I/O zurück ist</translation>
    </message>
    <message>
        <source>waits for room in the journal (ext4)</source>
        <translation>wartet auf Platz im Journal (ext4)</translation>
    </message>
    <message>
        <source>waits for a socket that another task uses</source>
        <translation>wartet auf einen Socket, den ein anderer Task benutzt</translation>
    </message>
    <message>
        <source>waits for a mutex that another task holds</source>
        <translation>wartet auf einen Mutex, den ein anderer Task hält</translation>
    </message>
    <message>
        <source>waits for a lock of a whole file system: it may be frozen</source>
        <translation>wartet auf den Lock eines ganzen Dateisystems: es kann eingefroren sein</translation>
    </message>
    <message>
        <source>carries a request to an NFS server out and waits for it</source>
        <translation>führt eine Anfrage an einen NFS-Server aus und wartet darauf</translation>
    </message>
    <message>
        <source>gives the processor away; the frames below say why</source>
        <translation>gibt den Prozessor ab; die Frames darunter sagen, warum</translation>
    </message>
    <message>
        <source>the processor&apos;s switch to another task; every sleeping task stands here</source>
        <translation>der Wechsel des Prozessors zu einem anderen Task; hier steht jeder schlafende Task</translation>
    </message>
    <message>
        <source>waits for a bit in a flag word</source>
        <translation>wartet auf ein Bit in einem Flag-Wort</translation>
    </message>
    <message>
        <source>waits for a file system&apos;s metadata block to be read or written</source>
        <translation>wartet, bis ein Metadatenblock eines Dateisystems gelesen oder geschrieben ist</translation>
    </message>
    <message>
        <source>waits until no processor uses old data any more (RCU)</source>
        <translation>wartet, bis kein Prozessor mehr alte Daten benutzt (RCU)</translation>
    </message>
    <message>
        <source>waits for room in the running transaction (ext4)</source>
        <translation>wartet auf Platz in der laufenden Transaktion (ext4)</translation>
    </message>
    <message>
        <source>waits until another program writes into a pipe</source>
        <translation>wartet, bis ein anderes Programm in eine Pipe schreibt</translation>
    </message>
    <message>
        <source>a program that writes is held back until dirty pages have reached storage</source>
        <translation>ein schreibendes Programm wird gebremst, bis geänderte Pages auf dem Storage stehen</translation>
    </message>
    <message>
        <source>waits for a bit in a flag word; its caller says which</source>
        <translation>wartet auf ein Bit in einem Flag-Wort; der Aufrufer sagt, auf welches</translation>
    </message>
    <message>
        <source>waits for a bit that I/O clears, such as that of a buffer</source>
        <translation>wartet auf ein Bit, das I/O löscht, etwa das eines Puffers</translation>
    </message>
    <message>
        <source>sends one command to a device and waits for the answer</source>
        <translation>schickt einem Gerät einen Befehl und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>waits until all requests of a device have come back, to freeze its queue</source>
        <translation>wartet, bis alle Requests eines Geräts zurück sind, um dessen Queue einzufrieren</translation>
    </message>
    <message>
        <source>waits for a free slot of the device&apos;s queue: all its requests are in flight</source>
        <translation>wartet auf einen freien Platz der Geräte-Queue: alle ihre Requests sind unterwegs</translation>
    </message>
    <message>
        <source>asks a device to empty its write cache and waits</source>
        <translation>lässt ein Gerät seinen Schreibcache leeren und wartet</translation>
    </message>
    <message>
        <source>commits a transaction (btrfs)</source>
        <translation>schreibt eine Transaktion fest (btrfs)</translation>
    </message>
    <message>
        <source>waits for the answer of a Ceph metadata server</source>
        <translation>wartet auf die Antwort eines Ceph-Metadatenservers</translation>
    </message>
    <message>
        <source>waits a moment because storage is congested</source>
        <translation>wartet einen Moment, weil der Storage überlastet ist</translation>
    </message>
    <message>
        <source>waits until all threads of a process that crashed have stopped</source>
        <translation>wartet, bis alle Threads eines abgestürzten Prozesses stehen</translation>
    </message>
    <message>
        <source>a wait of ZFS; the frames below say for what</source>
        <translation>ein Warten von ZFS; die Frames darunter sagen, worauf</translation>
    </message>
    <message>
        <source>a processor without work halts until the next interrupt</source>
        <translation>ein Prozessor ohne Arbeit hält bis zum nächsten Interrupt</translation>
    </message>
    <message>
        <source>waits until a device mapper device has no request in flight</source>
        <translation>wartet, bis ein Device-Mapper-Gerät keinen Request mehr unterwegs hat</translation>
    </message>
    <message>
        <source>a program asks that a file be on storage before it goes on</source>
        <translation>ein Programm verlangt, dass eine Datei auf dem Storage steht, bevor es weitergeht</translation>
    </message>
    <message>
        <source>waits for a metadata block that is being committed (ext4)</source>
        <translation>wartet auf einen Metadatenblock, der gerade festgeschrieben wird (ext4)</translation>
    </message>
    <message>
        <source>a processor without work</source>
        <translation>ein Prozessor ohne Arbeit</translation>
    </message>
    <message>
        <source>a program sleeps for a time that it chose</source>
        <translation>ein Programm schläft eine selbst gewählte Zeit</translation>
    </message>
    <message>
        <source>waits for events on files or sockets (select)</source>
        <translation>wartet auf Ereignisse an Dateien oder Sockets (select)</translation>
    </message>
    <message>
        <source>the process was stopped by a signal, as with Ctrl+Z</source>
        <translation>der Prozess wurde durch ein Signal angehalten, wie mit Strg+Z</translation>
    </message>
    <message>
        <source>a program waits for a signal</source>
        <translation>ein Programm wartet auf ein Signal</translation>
    </message>
    <message>
        <source>a program opens a file</source>
        <translation>ein Programm öffnet eine Datei</translation>
    </message>
    <message>
        <source>waits for events on files or sockets (poll)</source>
        <translation>wartet auf Ereignisse an Dateien oder Sockets (poll)</translation>
    </message>
    <message>
        <source>waits until a child process ends</source>
        <translation>wartet, bis ein Kindprozess endet</translation>
    </message>
    <message>
        <source>waits to read under an rw-semaphore</source>
        <translation>will unter einer rw-Semaphore lesen</translation>
    </message>
    <message>
        <source>waits to write under an rw-semaphore</source>
        <translation>will unter einer rw-Semaphore schreiben</translation>
    </message>
    <message>
        <source>waits for events on many files or sockets (epoll)</source>
        <translation>wartet auf Ereignisse an vielen Dateien oder Sockets (epoll)</translation>
    </message>
    <message>
        <source>writes dirty pages of an ext4 file</source>
        <translation>schreibt geänderte Pages einer ext4-Datei</translation>
    </message>
    <message>
        <source>a program writes to a file on ext4</source>
        <translation>ein Programm schreibt in eine Datei auf ext4</translation>
    </message>
    <message>
        <source>writes a file and its metadata to storage, for fsync</source>
        <translation>schreibt eine Datei mit Metadaten auf den Storage, für fsync</translation>
    </message>
    <message>
        <source>writes a part of a file to storage and waits for it, for fsync</source>
        <translation>schreibt einen Teil einer Datei auf den Storage und wartet darauf, für fsync</translation>
    </message>
    <message>
        <source>waits until a file has been written to storage, for sync</source>
        <translation>wartet, bis eine Datei auf dem Storage steht, für sync</translation>
    </message>
    <message>
        <source>waits for a lock on a file that another program holds</source>
        <translation>wartet auf einen Datei-Lock, den ein anderes Programm hält</translation>
    </message>
    <message>
        <source>waits for a page that is locked, read or written back</source>
        <translation>wartet auf eine Page, die gesperrt ist, gelesen oder zurückgeschrieben wird</translation>
    </message>
    <message>
        <source>waits until a dirty page has been written to storage</source>
        <translation>wartet, bis eine geänderte Page auf dem Storage steht</translation>
    </message>
    <message>
        <source>a FUSE daemon waits for requests</source>
        <translation>ein FUSE-Daemon wartet auf Anfragen</translation>
    </message>
    <message>
        <source>reads or writes a FUSE file past the page cache</source>
        <translation>liest oder schreibt eine FUSE-Datei am Page-Cache vorbei</translation>
    </message>
    <message>
        <source>waits for another thread of the program (a lock or condition in user space)</source>
        <translation>wartet auf einen anderen Thread des Programms (Lock oder Bedingung im User-Space)</translation>
    </message>
    <message>
        <source>waits for a free request of the device&apos;s queue (before blk-mq)</source>
        <translation>wartet auf einen freien Request der Geräte-Queue (vor blk-mq)</translation>
    </message>
    <message>
        <source>waits until a program supplies a page of memory, as in a post-copy migration</source>
        <translation>wartet, bis ein Programm eine Speicherseite liefert, wie bei Post-Copy-Migration</translation>
    </message>
    <message>
        <source>a server waits for a connection</source>
        <translation>ein Server wartet auf eine Verbindung</translation>
    </message>
    <message>
        <source>waits for a TCP connection to be answered</source>
        <translation>wartet auf die Antwort auf einen TCP-Verbindungsaufbau</translation>
    </message>
    <message>
        <source>waits until the direct I/O of a file has come back</source>
        <translation>wartet, bis das Direct-I/O einer Datei zurück ist</translation>
    </message>
    <message>
        <source>waits for the completion of requests through io_uring</source>
        <translation>wartet auf den Abschluss von Requests über io_uring</translation>
    </message>
    <message>
        <source>sleeps until a block request completes</source>
        <translation>schläft, bis ein Block-Request abgeschlossen ist</translation>
    </message>
    <message>
        <source>sleeps until a block request completes, or until a time is over</source>
        <translation>schläft, bis ein Block-Request abgeschlossen oder eine Frist um ist</translation>
    </message>
    <message>
        <source>reads or writes past the page cache</source>
        <translation>liest oder schreibt am Page-Cache vorbei</translation>
    </message>
    <message>
        <source>goes through all mounted file systems, for sync</source>
        <translation>geht alle eingehängten Dateisysteme durch, für sync</translation>
    </message>
    <message>
        <source>waits until the journal&apos;s thread has committed a transaction (ext4)</source>
        <translation>wartet, bis der Journal-Thread eine Transaktion festgeschrieben hat (ext4)</translation>
    </message>
    <message>
        <source>the journal&apos;s thread: writes a transaction to storage (ext4)</source>
        <translation>der Journal-Thread: schreibt eine Transaktion auf den Storage (ext4)</translation>
    </message>
    <message>
        <source>writes old journal entries to their places to make room (ext4)</source>
        <translation>schreibt alte Journaleinträge an ihren Platz, um Raum zu schaffen (ext4)</translation>
    </message>
    <message>
        <source>starts a process or thread</source>
        <translation>startet einen Prozess oder Thread</translation>
    </message>
    <message>
        <source>the journal&apos;s thread; sleeps here when there is nothing to commit (ext4)</source>
        <translation>der Journal-Thread; schläft hier, wenn nichts festzuschreiben ist (ext4)</translation>
    </message>
    <message>
        <source>the thread that frees memory in the background</source>
        <translation>der Thread, der im Hintergrund Speicher freigibt</translation>
    </message>
    <message>
        <source>a program asks that everything be on storage</source>
        <translation>ein Programm verlangt, dass alles auf dem Storage steht</translation>
    </message>
    <message>
        <source>the start of every kernel thread</source>
        <translation>der Anfang jedes Kernel-Threads</translation>
    </message>
    <message>
        <source>the thread that starts kernel threads</source>
        <translation>der Thread, der Kernel-Threads startet</translation>
    </message>
    <message>
        <source>a virtual processor halts: its guest has nothing to do</source>
        <translation>ein virtueller Prozessor hält: sein Gast hat nichts zu tun</translation>
    </message>
    <message>
        <source>waits until an md array may be written</source>
        <translation>wartet, bis ein md-Verbund beschrieben werden darf</translation>
    </message>
    <message>
        <source>sleeps for a time that the kernel chose</source>
        <translation>schläft eine vom Kernel gewählte Zeit</translation>
    </message>
    <message>
        <source>waits for input on a terminal</source>
        <translation>wartet auf Eingaben an einem Terminal</translation>
    </message>
    <message>
        <source>spins for a lock that another processor holds</source>
        <translation>dreht sich um einen Lock, den ein anderer Prozessor hält</translation>
    </message>
    <message>
        <source>the NFS server said &quot;later&quot;: waits before it asks again</source>
        <translation>der NFS-Server sagte „später“: wartet vor der nächsten Frage</translation>
    </message>
    <message>
        <source>asks an NFS server for a file&apos;s attributes</source>
        <translation>fragt einen NFS-Server nach den Attributen einer Datei</translation>
    </message>
    <message>
        <source>sends all changes of a file to an NFS server and waits, for fsync</source>
        <translation>schickt alle Änderungen einer Datei zum NFS-Server und wartet, für fsync</translation>
    </message>
    <message>
        <source>asks an NFS server for a file&apos;s attributes, as stat does</source>
        <translation>fragt einen NFS-Server nach den Attributen einer Datei, wie stat</translation>
    </message>
    <message>
        <source>asks an NFS server whether a name is still what it was</source>
        <translation>fragt einen NFS-Server, ob ein Name noch gilt</translation>
    </message>
    <message>
        <source>waits for an operation on an NFS file; may be killed</source>
        <translation>wartet auf eine Operation an einer NFS-Datei; darf abgebrochen werden</translation>
    </message>
    <message>
        <source>waits for a page that goes to an NFS server</source>
        <translation>wartet auf eine Page, die zu einem NFS-Server geht</translation>
    </message>
    <message>
        <source>asks an NFS server for a lock on a file</source>
        <translation>bittet einen NFS-Server um einen Lock auf eine Datei</translation>
    </message>
    <message>
        <source>sends one command to an NVMe device and waits for the answer</source>
        <translation>schickt einem NVMe-Gerät einen Befehl und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>no memory is left: chooses a process to kill</source>
        <translation>kein Speicher mehr: wählt einen Prozess zum Beenden</translation>
    </message>
    <message>
        <source>looks a path up and opens the file</source>
        <translation>sucht einen Pfad und öffnet die Datei</translation>
    </message>
    <message>
        <source>waits until another program reads from a pipe</source>
        <translation>wartet, bis ein anderes Programm aus einer Pipe liest</translation>
    </message>
    <message>
        <source>waits for events on files or sockets</source>
        <translation>wartet auf Ereignisse an Dateien oder Sockets</translation>
    </message>
    <message>
        <source>a kernel worker does the work that the frames above name</source>
        <translation>ein Kernel-Worker erledigt die Arbeit, die die Frames darüber nennen</translation>
    </message>
    <message>
        <source>a debugger or strace holds the task</source>
        <translation>ein Debugger oder strace hält den Task an</translation>
    </message>
    <message>
        <source>waits for a free stripe of an md RAID</source>
        <translation>wartet auf einen freien Stripe eines md-RAIDs</translation>
    </message>
    <message>
        <source>the RCU thread waits for the processors to pass a quiet state</source>
        <translation>der RCU-Thread wartet, bis alle Prozessoren einen Ruhezustand durchlaufen</translation>
    </message>
    <message>
        <source>waits for the completion of asynchronous I/O (io_getevents)</source>
        <translation>wartet auf den Abschluss von asynchronem I/O (io_getevents)</translation>
    </message>
    <message>
        <source>waits until reclaim makes progress</source>
        <translation>wartet, bis die Speicherfreigabe vorankommt</translation>
    </message>
    <message>
        <source>waits for the answer of a FUSE daemon or of virtiofsd</source>
        <translation>wartet auf die Antwort eines FUSE-Daemons oder von virtiofsd</translation>
    </message>
    <message>
        <source>the spare worker of a queue, for times without memory</source>
        <translation>der Ersatz-Worker einer Queue, für Zeiten ohne Speicher</translation>
    </message>
    <message>
        <source>asks an NFS server and waits for the answer</source>
        <translation>fragt einen NFS-Server und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>waits for the answer of an NFS server; may be killed</source>
        <translation>wartet auf die Antwort eines NFS-Servers; darf abgebrochen werden</translation>
    </message>
    <message>
        <source>is held back because the device answers slowly (write-back throttling)</source>
        <translation>wird gebremst, weil das Gerät langsam antwortet (Writeback-Throttling)</translation>
    </message>
    <message>
        <source>waits for a lock of an RT kernel or of a priority inheriting futex</source>
        <translation>wartet auf einen Lock eines RT-Kernels oder eines Futex mit Prioritätsvererbung</translation>
    </message>
    <message>
        <source>waits to read under an rw-semaphore that a writer holds or wants</source>
        <translation>will unter einer rw-Semaphore lesen, die ein Schreiber hält oder will</translation>
    </message>
    <message>
        <source>waits to write under an rw-semaphore that others hold</source>
        <translation>will unter einer rw-Semaphore schreiben, die andere halten</translation>
    </message>
    <message>
        <source>wants to write to a file system, which may be frozen</source>
        <translation>will auf ein Dateisystem schreiben, das eingefroren sein kann</translation>
    </message>
    <message>
        <source>sleeps until somebody wakes the task; its caller says for what</source>
        <translation>schläft, bis jemand den Task weckt; der Aufrufer sagt, wofür</translation>
    </message>
    <message>
        <source>sleeps until woken or until an exact time, as poll and select do</source>
        <translation>schläft bis zum Wecken oder zu einem genauen Zeitpunkt, wie bei poll und select</translation>
    </message>
    <message>
        <source>sleeps on behalf of a lock</source>
        <translation>schläft im Auftrag eines Locks</translation>
    </message>
    <message>
        <source>sleeps until woken, or until a time is over</source>
        <translation>schläft, bis er geweckt wird oder eine Frist um ist</translation>
    </message>
    <message>
        <source>the thread that resets a SCSI host whose commands time out</source>
        <translation>der Thread, der einen SCSI-Host nach Timeouts zurücksetzt</translation>
    </message>
    <message>
        <source>sends one command to a SCSI device and waits for the answer</source>
        <translation>schickt einem SCSI-Gerät einen Befehl und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>frees memory; may wait for pages that are being written</source>
        <translation>gibt Speicher frei; wartet dabei auf Pages, die geschrieben werden</translation>
    </message>
    <message>
        <source>frees memory that was not used for some time</source>
        <translation>gibt länger nicht benutzten Speicher frei</translation>
    </message>
    <message>
        <source>waits until the network has taken what was sent</source>
        <translation>wartet, bis das Netz Gesendetes abgenommen hat</translation>
    </message>
    <message>
        <source>waits for data from the network</source>
        <translation>wartet auf Daten aus dem Netz</translation>
    </message>
    <message>
        <source>waits for a page that is locked, read or written back (up to 3.x)</source>
        <translation>wartet auf eine Page, die gesperrt ist, gelesen oder zurückgeschrieben wird (bis 3.x)</translation>
    </message>
    <message>
        <source>waits until other processors have answered an interrupt; in a guest they may not be running</source>
        <translation>wartet auf die Antwort anderer Prozessoren auf einen Interrupt; im Gast laufen sie vielleicht nicht</translation>
    </message>
    <message>
        <source>a thread that exists for every processor; sleeps here when there is no work</source>
        <translation>ein Thread, den es je Prozessor gibt; schläft hier ohne Arbeit</translation>
    </message>
    <message>
        <source>wants to change metadata and waits for room or the end of a commit (ext4)</source>
        <translation>will Metadaten ändern und wartet auf Platz oder das Ende eines Commits (ext4)</translation>
    </message>
    <message>
        <source>sends one block request and waits until it completes</source>
        <translation>schickt einen Block-Request und wartet auf seinen Abschluss</translation>
    </message>
    <message>
        <source>waits for a file system that another task mounts, unmounts or changes</source>
        <translation>wartet auf ein Dateisystem, das ein anderer Task ein- oder aushängt oder ändert</translation>
    </message>
    <message>
        <source>a thread of the kernel&apos;s own NFS server waits for requests</source>
        <translation>ein Thread des NFS-Servers im Kernel wartet auf Anfragen</translation>
    </message>
    <message>
        <source>writes all files of a file system and waits for them, for sync</source>
        <translation>schreibt alle Dateien eines Dateisystems und wartet darauf, für sync</translation>
    </message>
    <message>
        <source>waits for data of a TCP connection</source>
        <translation>wartet auf Daten einer TCP-Verbindung</translation>
    </message>
    <message>
        <source>waits until the memory reserves have recovered</source>
        <translation>wartet, bis die Speicherreserven sich erholt haben</translation>
    </message>
    <message>
        <source>a task that needs memory frees some itself</source>
        <translation>ein Task, der Speicher braucht, gibt selbst welchen frei</translation>
    </message>
    <message>
        <source>waits until a transaction group is on storage (ZFS)</source>
        <translation>wartet, bis eine Transaktionsgruppe auf dem Storage steht (ZFS)</translation>
    </message>
    <message>
        <source>waits for another program of this machine on a local socket</source>
        <translation>wartet an einem lokalen Socket auf ein anderes Programm dieses Rechners</translation>
    </message>
    <message>
        <source>a program reads from a file</source>
        <translation>ein Programm liest aus einer Datei</translation>
    </message>
    <message>
        <source>a program writes to a file</source>
        <translation>ein Programm schreibt in eine Datei</translation>
    </message>
    <message>
        <source>asks the virtio disk for its geometry</source>
        <translation>fragt die virtio-Disk nach ihrer Geometrie</translation>
    </message>
    <message>
        <source>puts a request into the virtqueue of the disk</source>
        <translation>stellt einen Request in die Virtqueue der Disk</translation>
    </message>
    <message>
        <source>waits for md, which resyncs or suspends the array</source>
        <translation>wartet auf md, das den Verbund abgleicht oder anhält</translation>
    </message>
    <message>
        <source>waits until the running transaction has been committed (btrfs)</source>
        <translation>wartet, bis die laufende Transaktion festgeschrieben ist (btrfs)</translation>
    </message>
    <message>
        <source>waits until another part of the kernel reports that it is done</source>
        <translation>wartet, bis ein anderer Teil des Kernels Vollzug meldet</translation>
    </message>
    <message>
        <source>waits until the child has started its program (vfork)</source>
        <translation>wartet, bis das Kind sein Programm gestartet hat (vfork)</translation>
    </message>
    <message>
        <source>waits because the running transaction is being committed (ext4)</source>
        <translation>wartet, weil die laufende Transaktion gerade festgeschrieben wird (ext4)</translation>
    </message>
    <message>
        <source>waits for data or room on a socket or a terminal</source>
        <translation>wartet auf Daten oder Platz an einem Socket oder Terminal</translation>
    </message>
    <message>
        <source>waits until the write-back thread has done a job</source>
        <translation>wartet, bis der Writeback-Thread einen Auftrag erledigt hat</translation>
    </message>
    <message>
        <source>the write-back thread: writes dirty pages to storage</source>
        <translation>der Writeback-Thread: schreibt geänderte Pages auf den Storage</translation>
    </message>
    <message>
        <source>a kernel worker; sleeps here when there is no work</source>
        <translation>ein Kernel-Worker; schläft hier ohne Arbeit</translation>
    </message>
    <message>
        <source>waits for a metadata block to be read or written (XFS)</source>
        <translation>wartet, bis ein Metadatenblock gelesen oder geschrieben ist (XFS)</translation>
    </message>
    <message>
        <source>waits for a metadata block that another task holds (XFS)</source>
        <translation>wartet auf einen Metadatenblock, den ein anderer Task hält (XFS)</translation>
    </message>
    <message>
        <source>writes a file and its metadata to storage, for fsync (XFS)</source>
        <translation>schreibt eine Datei mit Metadaten auf den Storage, für fsync (XFS)</translation>
    </message>
    <message>
        <source>waits until the log is on storage (XFS)</source>
        <translation>wartet, bis das Log auf dem Storage steht (XFS)</translation>
    </message>
    <message>
        <source>waits until the log is on storage up to a point (XFS)</source>
        <translation>wartet, bis das Log bis zu einer Stelle auf dem Storage steht (XFS)</translation>
    </message>
    <message>
        <source>wants to change metadata and reserves room in the log (XFS)</source>
        <translation>will Metadaten ändern und reserviert Platz im Log (XFS)</translation>
    </message>
    <message>
        <source>the thread that writes logged metadata to its place (XFS)</source>
        <translation>der Thread, der Metadaten aus dem Log an ihren Platz schreibt (XFS)</translation>
    </message>
    <message>
        <source>waits for room in the log (XFS)</source>
        <translation>wartet auf Platz im Log (XFS)</translation>
    </message>
    <message>
        <source>waits until a part of the log is on storage (XFS)</source>
        <translation>wartet, bis ein Teil des Logs auf dem Storage steht (XFS)</translation>
    </message>
    <message>
        <source>waits for a request of the pool; for ever, if the pool is suspended (ZFS)</source>
        <translation>wartet auf einen Request des Pools; endlos, wenn der Pool angehalten ist (ZFS)</translation>
    </message>
</context>
<context>
    <name>host</name>
    <message>
        <source>the host&apos;s shell ended early: %1</source>
        <translation>die Shell des Hosts endete vorzeitig: %1</translation>
    </message>
    <message>
        <source>the host sent more than 64 MiB for one refresh</source>
        <translation>der Host schickte mehr als 64 MiB für eine Abfrage</translation>
    </message>
    <message>
        <source>no answer within %1</source>
        <translation>keine Antwort innerhalb von %1</translation>
    </message>
    <message>
        <source>not started again: our earlier one (pid %1) still hangs after %2</source>
        <translation>nicht erneut gestartet: unser früherer (PID %1) hängt nach %2 noch immer</translation>
    </message>
    <message>
        <source>not sent: libvirt did not say within its time whether the monitor is free</source>
        <translation>nicht gesendet: libvirt sagte nicht rechtzeitig, ob der Monitor frei ist</translation>
    </message>
    <message>
        <source>not sent: the monitor is not free (virsh domcontrol: %1)</source>
        <translation>nicht gesendet: der Monitor ist nicht frei (virsh domcontrol: %1)</translation>
    </message>
    <message>
        <source>not installed on the host: %1</source>
        <translation>auf dem Host nicht installiert: %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status %1</translation>
    </message>
    <message>
        <source>the host did not come to it in time</source>
        <translation>der Host kam nicht rechtzeitig dazu</translation>
    </message>
    <message>
        <source>not started: another diagnosis (pid %1) asks the same just now</source>
        <translation>nicht gestartet: eine andere Diagnose (PID %1) fragt gerade dasselbe</translation>
    </message>
    <message>
        <source>%1 (membership in the host&apos;s group libvirt would allow it)</source>
        <translation>%1 (die Mitgliedschaft in der Gruppe libvirt des Hosts würde es erlauben)</translation>
    </message>
    <message>
        <source>%1 (a rule for sudo would allow it)</source>
        <translation>%1 (eine Regel für sudo würde es erlauben)</translation>
    </message>
    <message>
        <source>%1 (root, or sudo, would be let)</source>
        <translation>%1 (root, oder sudo, dürfte es)</translation>
    </message>
</context>
<context>
    <name>investigation</name>
    <message>
        <source>the domain has no such disk</source>
        <translation>die Domain hat keine solche Platte</translation>
    </message>
    <message>
        <source>no domain runs on this host</source>
        <translation>auf diesem Host läuft keine Domain</translation>
    </message>
    <message>
        <source>no such domain runs here; there are: %1</source>
        <translation>eine solche Domain läuft hier nicht; es gibt: %1</translation>
    </message>
    <message>
        <source>host %1: %2</source>
        <translation>Host %1: %2</translation>
    </message>
    <message>
        <source>Nothing is known of %1: %2</source>
        <translation>Über %1 ist nichts bekannt: %2</translation>
    </message>
    <message>
        <source>several domains have this name; say which by pid: %1</source>
        <translation>mehrere Domains heißen so; nennen Sie die PID: %1</translation>
    </message>
    <message>
        <source>libvirt says that it runs, but its QEMU process cannot be seen or did not let its command line be read</source>
        <translation>libvirt sagt, dass sie läuft, aber ihr QEMU-Prozess ist nicht zu sehen oder ließ seine Befehlszeile nicht lesen</translation>
    </message>
    <message>
        <source>libvirt hung lately and is left alone for a while</source>
        <translation>libvirt hing kürzlich und wird eine Weile in Ruhe gelassen</translation>
    </message>
    <message>
        <source>its QEMU process has ended; the number %1 is another process&apos;s by now</source>
        <translation>ihr QEMU-Prozess ist beendet; die Nummer %1 gehört inzwischen einem anderen Prozess</translation>
    </message>
    <message>
        <source>the recording has no such round: its last is %1</source>
        <translation>die Aufzeichnung hat keine solche Runde: Ihre letzte ist %1</translation>
    </message>
</context>
<context>
    <name>logs</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>nothing to search for</source>
        <translation>nichts zu suchen</translation>
    </message>
    <message>
        <source>%1, at character %2</source>
        <translation>%1, bei Zeichen %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>guest %1</source>
        <translation>Gast %1</translation>
    </message>
    <message>
        <source>%1 · wall %2 ± %3, by line %4</source>
        <translation>%1 · Wanduhr %2 ± %3, nach Zeile %4</translation>
    </message>
    <message>
        <source>%1 · wall %2</source>
        <translation>%1 · Wanduhr %2</translation>
    </message>
    <message>
        <source>cannot be read from byte %1 on</source>
        <translation>ab Byte %1 nicht mehr lesbar</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Where do a guest&apos;s disk requests go in and not come out?</source>
        <translation>Wo gehen die Plattenzugriffe eines Gasts hinein und kommen nicht wieder heraus?</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>Ein Bild des Fensters in eine PNG-Datei schreiben und enden.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Write pictures of all scenes into a folder and end.</source>
        <translation>Bilder aller Szenen in einen Ordner schreiben und enden.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN or recorded:FOLDER</source>
        <translation>ssh://[benutzer@]host[:port]/DOMAIN, local:/DOMAIN oder recorded:ORDNER</translation>
    </message>
    <message>
        <source>[target]</source>
        <translation>[Ziel]</translation>
    </message>
    <message>
        <source>Print what the window shows of the disks and end.</source>
        <translation>Ausgeben, was das Fenster von den Platten zeigt, und enden.</translation>
    </message>
    <message>
        <source>Instead of ~/.ssh/config.</source>
        <translation>Statt ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Open a log of this machine.</source>
        <translation>Ein Log dieses Rechners öffnen.</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>ohne Antwort</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not supported here</source>
        <translation>hier nicht unterstützt</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>guest application</source>
        <translation>Anwendung im Gast</translation>
    </message>
    <message>
        <source>guest kernel</source>
        <translation>Gast-Kernel</translation>
    </message>
    <message>
        <source>virtio driver</source>
        <translation>virtio-Treiber</translation>
    </message>
    <message>
        <source>virtqueue</source>
        <translation>Virtqueue</translation>
    </message>
    <message>
        <source>device emulation</source>
        <translation>Geräteemulation</translation>
    </message>
    <message>
        <source>QEMU block graph</source>
        <translation>QEMU-Blockgraph</translation>
    </message>
    <message>
        <source>QEMU threads</source>
        <translation>QEMU-Threads</translation>
    </message>
    <message>
        <source>host mount</source>
        <translation>Mount des Hosts</translation>
    </message>
    <message>
        <source>host block device</source>
        <translation>Blockgerät des Hosts</translation>
    </message>
    <message>
        <source>fabric</source>
        <translation>Fabric</translation>
    </message>
    <message>
        <source>storage backend</source>
        <translation>Storage-Backend</translation>
    </message>
    <message>
        <source>guest agent</source>
        <translation>Gast-Agent</translation>
    </message>
    <message>
        <source>QMP monitor</source>
        <translation>QMP-Monitor</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>serial console</source>
        <translation>serielle Konsole</translation>
    </message>
    <message>
        <source>not a target: write ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN or recorded:PATH</source>
        <translation>kein Ziel: ssh://[user@]host[:port]/DOMAIN, local:/DOMAIN oder recorded:PFAD</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>console picture</source>
        <translation>Konsolenbild</translation>
    </message>
</context>
<context>
    <name>path</name>
    <message>
        <source>ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>EVENT_IDX</source>
        <translation>EVENT_IDX</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>file system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>aio</source>
        <translation>aio</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>QEMU pid</source>
        <translation>QEMU-PID</translation>
    </message>
    <message>
        <source>not asked: querying the queue of a started vhost-user device would stop it</source>
        <translation>nicht gefragt: die Abfrage der Queue eines laufenden vhost-user-Geräts würde es anhalten</translation>
    </message>
    <message>
        <source>not a virtio disk: it has no virtqueue</source>
        <translation>keine virtio-Platte: sie hat keine Virtqueue</translation>
    </message>
    <message>
        <source>the device&apos;s QOM path is not known yet</source>
        <translation>der QOM-Pfad des Geräts ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>this QEMU has no monitor that can be reached</source>
        <translation>dieses QEMU hat keinen erreichbaren Monitor</translation>
    </message>
    <message>
        <source>the device&apos;s own indices are not in QEMU (vhost)</source>
        <translation>die Indizes des Geräts liegen nicht in QEMU (vhost)</translation>
    </message>
    <message>
        <source>query-blockstats does not list this disk&apos;s node</source>
        <translation>query-blockstats führt den Knoten dieser Platte nicht auf</translation>
    </message>
    <message>
        <source>the guest has set its queue up anew: a second look will tell</source>
        <translation>der Gast hat seine Queue neu eingerichtet: ein zweiter Blick wird es zeigen</translation>
    </message>
    <message>
        <source>where this machine has RAM is not known: its ring is not read</source>
        <translation>wo diese Maschine RAM hat, ist nicht bekannt: ihr Ring wird nicht gelesen</translation>
    </message>
    <message>
        <source>the driver has not set this queue up</source>
        <translation>der Treiber hat diese Queue nicht eingerichtet</translation>
    </message>
    <message>
        <source>the ring&apos;s address does not lie in RAM: it is not read</source>
        <translation>die Adresse des Rings liegt nicht im RAM: er wird nicht gelesen</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>a packed ring of a vhost device has no index in QEMU or in RAM</source>
        <translation>ein gepackter Ring eines vhost-Geräts hat weder in QEMU noch im RAM einen Index</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>recovery_tmo</source>
        <translation>recovery_tmo</translation>
    </message>
    <message>
        <source>fast_io_fail_tmo</source>
        <translation>fast_io_fail_tmo</translation>
    </message>
    <message>
        <source>dev_loss_tmo</source>
        <translation>dev_loss_tmo</translation>
    </message>
    <message>
        <source>ctrl_loss_tmo</source>
        <translation>ctrl_loss_tmo</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>the ring&apos;s addresses go through an IOMMU: it is not read</source>
        <translation>die Adressen des Rings gehen durch eine IOMMU: er wird nicht gelesen</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>gepackt</translation>
    </message>
    <message>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>by order on the command line</source>
        <translation>nach der Reihenfolge auf der Kommandozeile</translation>
    </message>
    <message>
        <source>leads to %1</source>
        <translation>führt zu %1</translation>
    </message>
    <message>
        <source>leads to %1, device %2 (hex)</source>
        <translation>führt zu %1, Gerät %2 (hex)</translation>
    </message>
    <message>
        <source>leads to %1; not looked at further: it lies on %2</source>
        <translation>führt zu %1; nicht weiter angesehen: es liegt auf %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 may not be looked into by this user</source>
        <translation>%1 darf dieser Benutzer nicht ansehen</translation>
    </message>
    <message>
        <source>more than 40 links, the last one at %1</source>
        <translation>mehr als 40 Verweise, der letzte bei %1</translation>
    </message>
    <message>
        <source>the link %1 has control characters and was not followed</source>
        <translation>der Verweis %1 hat Steuerzeichen und wurde nicht verfolgt</translation>
    </message>
    <message>
        <source>not looked at, because the list of mounts was not readable</source>
        <translation>nicht angesehen, weil die Liste der Einhängungen nicht lesbar war</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>symlinks</source>
        <translation>Symlinks</translation>
    </message>
    <message>
        <source>symlinks on the host</source>
        <translation>Symlinks auf dem Host</translation>
    </message>
    <message>
        <source>path for QEMU</source>
        <translation>Pfad für QEMU</translation>
    </message>
    <message>
        <source>not seen: /proc/PID/root needs root&apos;s rights, or its own user&apos;s</source>
        <translation>nicht zu sehen: /proc/PID/root braucht die Rechte von root oder die seines Benutzers</translation>
    </message>
    <message>
        <source>path on the host</source>
        <translation>Pfad auf dem Host</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>refuses: its machine is up, and nobody listens there</source>
        <translation>lehnt ab: der Rechner läuft, und niemand lauscht dort</translation>
    </message>
    <message>
        <source>is unreachable: the network says that there is no way</source>
        <translation>ist nicht erreichbar: das Netz sagt, dass kein Weg dorthin führt</translation>
    </message>
    <message>
        <source>is silent: nothing came back within 2 s</source>
        <translation>schweigt: binnen 2 s kam nichts zurück</translation>
    </message>
    <message>
        <source>not known: the host has neither bash nor python3 nor nc</source>
        <translation>nicht bekannt: der Host hat weder bash noch python3 noch nc</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1, %2 of %3 MiB</source>
        <translation>%1, %2 von %3 MiB</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>%1, ready: it waits to be completed</source>
        <translation>%1, bereit: er wartet darauf, abgeschlossen zu werden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, limited to %2 bytes a second</source>
        <translation>%1, begrenzt auf %2 Bytes je Sekunde</translation>
    </message>
    <message>
        <source>%1, I/O status %2</source>
        <translation>%1, E/A-Zustand %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3 MiB of memory left</source>
        <translation>%1, noch %2 von %3 MiB Speicher</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>block job %1</source>
        <translation>Block-Job %1</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>QEMU&apos;s main loop</source>
        <translation>QEMUs Hauptschleife</translation>
    </message>
    <message>
        <source>IOThread %1</source>
        <translation>IOThread %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>is in D; where needs root&apos;s rights, or its own user&apos;s</source>
        <translation>ist in D; wo, zeigt sich nur mit den Rechten von root oder seines Benutzers</translation>
    </message>
    <message>
        <source>is in D in %1</source>
        <translation>ist in D in %1</translation>
    </message>
    <message>
        <source>sleeps; where needs root&apos;s rights, or its own user&apos;s</source>
        <translation>schläft; wo, zeigt sich nur mit den Rechten von root oder seines Benutzers</translation>
    </message>
    <message>
        <source>waits in poll (idle is normal)</source>
        <translation>wartet in poll (im Leerlauf normal)</translation>
    </message>
    <message>
        <source>waits for a lock of another thread (futex)</source>
        <translation>wartet auf die Sperre eines anderen Threads (futex)</translation>
    </message>
    <message>
        <source>sleeps in %1</source>
        <translation>schläft in %1</translation>
    </message>
    <message>
        <source>is stopped</source>
        <translation>ist gestoppt</translation>
    </message>
    <message>
        <source>is in state %1</source>
        <translation>ist im Zustand %1</translation>
    </message>
    <message>
        <source>kernel stack of %1</source>
        <translation>Kernel-Stack von %1</translation>
    </message>
    <message>
        <source>not seen: it needs root&apos;s rights</source>
        <translation>nicht zu sehen: dazu braucht es die Rechte von root</translation>
    </message>
    <message>
        <source>%1 (at %2)</source>
        <translation>%1 (um %2)</translation>
    </message>
    <message>
        <source>no folder in memory is known in which QEMU could leave a picture</source>
        <translation>kein Ordner im Arbeitsspeicher ist bekannt, in dem QEMU ein Bild ablegen könnte</translation>
    </message>
    <message>
        <source>admin socket</source>
        <translation>Admin-Socket</translation>
    </message>
    <message>
        <source>to ask QEMU&apos;s Ceph client needs root&apos;s rights, or those of the user that QEMU runs as</source>
        <translation>QEMUs Ceph-Client zu fragen braucht die Rechte von root oder des Benutzers, unter dem QEMU läuft</translation>
    </message>
    <message>
        <source>QEMU&apos;s Ceph client has no admin socket: with admin_socket in the [client] section of ceph.conf a QEMU that starts has one</source>
        <translation>QEMUs Ceph-Client hat keinen Admin-Socket: mit admin_socket im Abschnitt [client] der ceph.conf hat ein QEMU, das startet, einen</translation>
    </message>
    <message>
        <source>a Ceph client in QEMU did not answer its admin socket: %1</source>
        <translation>ein Ceph-Client in QEMU antwortete nicht an seinem Admin-Socket: %1</translation>
    </message>
    <message>
        <source>no admin socket of QEMU&apos;s is of this image: each has one of its own if the name of admin_socket in ceph.conf has $pid and $cctid in it</source>
        <translation>keiner von QEMUs Admin-Sockets gehört zu diesem Image: jedes hat einen eigenen, wenn im Namen von admin_socket in der ceph.conf $pid und $cctid stehen</translation>
    </message>
    <message>
        <source>QEMU opened the image between two looks</source>
        <translation>QEMU hat das Image zwischen zwei Blicken geöffnet</translation>
    </message>
    <message>
        <source>whether its ring is a packed one is not known</source>
        <translation>ob sein Ring ein gepackter ist, ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>path_text</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>lines %1–%2</source>
        <translation>Zeilen %1–%2</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>STUCK HERE</source>
        <translation>HIER STECKT ES</translation>
    </message>
    <message>
        <source>also affected: %1</source>
        <translation>ebenfalls betroffen: %1</translation>
    </message>
    <message>
        <source>Evidence:</source>
        <translation>Belege:</translation>
    </message>
</context>
<context>
    <name>plumbline::CommandPalette</name>
    <message>
        <source>all actions</source>
        <translation>alle Aktionen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>find an action</source>
        <translation>eine Aktion finden</translation>
    </message>
</context>
<context>
    <name>plumbline::ConsoleLog</name>
    <message>
        <source>serial log</source>
        <translation>serielles Log</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>wird verfolgt</translation>
    </message>
</context>
<context>
    <name>plumbline::EmptyState</name>
    <message>
        <source>Where do requests go in and not come out?</source>
        <translation>Wo gehen Anfragen hinein und kommen nicht heraus?</translation>
    </message>
    <message>
        <source>Add the hypervisor on which the frozen guest runs. Plumbline reads its IO path from the guest&apos;s disk down to the storage, over your own SSH configuration, and marks the layer that does not answer.</source>
        <translation>Fügen Sie den Hypervisor hinzu, auf dem der eingefrorene Gast läuft. Plumbline liest über Ihre eigene SSH-Konfiguration den IO-Pfad von der Platte des Gasts bis zum Storage und markiert die Schicht, die nicht antwortet.</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Open the bundled incident</source>
        <translation>Mitgelieferten Vorfall öffnen</translation>
    </message>
    <message>
        <source>Open a recording …</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>Nothing is installed on a host and nothing is changed there. What could hang is asked with a deadline, or not at all.</source>
        <translation>Auf einem Host wird nichts installiert und nichts geändert. Was hängen könnte, wird mit einer Frist gefragt oder gar nicht.</translation>
    </message>
</context>
<context>
    <name>plumbline::EvidencePane</name>
    <message>
        <source>evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>previous observation</source>
        <translation>vorige Beobachtung</translation>
    </message>
    <message>
        <source>next observation</source>
        <translation>nächste Beobachtung</translation>
    </message>
    <message>
        <source>copy with references</source>
        <translation>mit Quellenangaben kopieren</translation>
    </message>
    <message>
        <source>Choose a layer to see what was measured.</source>
        <translation>Wählen Sie eine Schicht, um zu sehen, was gemessen wurde.</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>observation %1 of %2</source>
        <translation>Beobachtung %1 von %2</translation>
    </message>
    <message>
        <source>No observation is cited for this.</source>
        <translation>Hierfür ist keine Beobachtung angeführt.</translation>
    </message>
    <message>
        <source>what the guest&apos;s display shows</source>
        <translation>was der Bildschirm des Gasts zeigt</translation>
    </message>
</context>
<context>
    <name>plumbline::EvidenceView</name>
    <message>
        <source>observations</source>
        <translation>Beobachtungen</translation>
    </message>
</context>
<context>
    <name>plumbline::FindingList</name>
    <message>
        <source>findings</source>
        <translation>Befunde</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the copied text</source>
        <translation>
            <numerusform>und %n weiterer, im kopierten Text</numerusform>
            <numerusform>und %n weitere, im kopierten Text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::FrameModel</name>
    <message>
        <source>%1, which decides</source>
        <translation>%1, entscheidet</translation>
    </message>
</context>
<context>
    <name>plumbline::HistoryStrip</name>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of verdict in the last hour</source>
        <translation>
            <numerusform>%n Wechsel des Urteils in der letzten Stunde</numerusform>
            <numerusform>%n Wechsel des Urteils in der letzten Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>1 h ago</source>
        <translation>vor 1 h</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>plumbline::HostKeySheet</name>
    <message>
        <source>Is this really %1?</source>
        <translation>Ist das wirklich %1?</translation>
    </message>
    <message>
        <source>Nobody has connected to this host from here before. It shows this %1 key:</source>
        <translation>Mit diesem Host hat sich von hier aus noch niemand verbunden. Er zeigt diesen %1-Schlüssel:</translation>
    </message>
    <message>
        <source>Compare it with what the host&apos;s administrator or its console says. If they differ, somebody else may be listening.</source>
        <translation>Vergleichen Sie ihn mit dem, was der Administrator oder die Konsole des Hosts sagt. Unterscheiden sie sich, hört vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Accept this key</source>
        <translation>Diesen Schlüssel annehmen</translation>
    </message>
</context>
<context>
    <name>plumbline::HostTreeModel</name>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>Host %1</translation>
    </message>
    <message>
        <source>domain %1: %2</source>
        <translation>Domain %1: %2</translation>
    </message>
    <message>
        <source>%1, as it was %2</source>
        <translation>%1, wie sie %2 war</translation>
    </message>
    <message>
        <source>domain %1: %2, as it was %3</source>
        <translation>Domain %1: %2, wie sie %3 war</translation>
    </message>
</context>
<context>
    <name>plumbline::HostsPane</name>
    <message>
        <source>hosts and domains</source>
        <translation>Hosts und Domains</translation>
    </message>
    <message>
        <source>Filter  /</source>
        <translation>Filtern  /</translation>
    </message>
    <message>
        <source>filter hosts and domains</source>
        <translation>Hosts und Domains filtern</translation>
    </message>
    <message>
        <source>ssh://user@host</source>
        <translation>ssh://user@host</translation>
    </message>
    <message>
        <source>add a host</source>
        <translation>einen Host hinzufügen</translation>
    </message>
    <message>
        <source>add this host</source>
        <translation>diesen Host hinzufügen</translation>
    </message>
    <message>
        <source>Write where the host is, like ssh://root@kvm-07.</source>
        <translation>Schreiben Sie, wo der Host ist, etwa ssh://root@kvm-07.</translation>
    </message>
</context>
<context>
    <name>plumbline::ImpactSheet</name>
    <message>
        <source>Impact: %1</source>
        <translation>Auswirkung: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>plumbline::LayerModel</name>
    <message>
        <source>%1: nothing here</source>
        <translation>%1: hier nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight</source>
        <translation>
            <numerusform>%n Anfrage unterwegs</numerusform>
            <numerusform>%n Anfragen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>requests are stuck below this layer</source>
        <translation>unterhalb dieser Schicht stecken Anfragen fest</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>STUCK HERE</source>
        <translation>HIER STECKT ES</translation>
    </message>
    <message>
        <source>also affected: %1</source>
        <translation>ebenfalls betroffen: %1</translation>
    </message>
</context>
<context>
    <name>plumbline::LogEventModel</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>plumbline::LogFilterRow</name>
    <message>
        <source>hide %1 (%2)</source>
        <translation>%1 ausblenden (%2)</translation>
    </message>
    <message>
        <source>show %1 (%2)</source>
        <translation>%1 zeigen (%2)</translation>
    </message>
    <message>
        <source>Lines that have it are hidden</source>
        <translation>Zeilen, die es enthalten, sind ausgeblendet</translation>
    </message>
    <message>
        <source>Only lines that have it are shown</source>
        <translation>Nur Zeilen, die es enthalten, werden gezeigt</translation>
    </message>
    <message>
        <source>Take the filter %1 away</source>
        <translation>Den Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>plumbline::LogPane</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>indexed %1 %</source>
        <translation>%1 % erfasst</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>the file became shorter: what is shown may be gone</source>
        <translation>die Datei wurde kürzer: was gezeigt wird, ist vielleicht weg</translation>
    </message>
    <message>
        <source>another file has its name now: open it again to read that</source>
        <translation>ihren Namen hat jetzt eine andere Datei: neu öffnen, um diese zu lesen</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source> · searched %1 %</source>
        <translation> · %1 % durchsucht</translation>
    </message>
    <message>
        <source>only the first %1 were copied</source>
        <translation>nur die ersten %1 wurden kopiert</translation>
    </message>
    <message>
        <source>events of the log</source>
        <translation>Ereignisse des Logs</translation>
    </message>
    <message>
        <source>Go to line …</source>
        <translation>Zu Zeile …</translation>
    </message>
    <message>
        <source>go to line</source>
        <translation>zu Zeile gehen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
</context>
<context>
    <name>plumbline::LogSearchLine</name>
    <message>
        <source>Search for …</source>
        <translation>Suchen nach …</translation>
    </message>
    <message>
        <source>search for</source>
        <translation>suchen nach</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Capital letters matter</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous hit (Shift+N in the log)</source>
        <translation>Voriger Treffer (Umschalt+N im Log)</translation>
    </message>
    <message>
        <source>Next hit (N in the log)</source>
        <translation>Nächster Treffer (N im Log)</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only lines that have it</source>
        <translation>Nur Zeilen zeigen, die es enthalten</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>Diese nicht</translation>
    </message>
    <message>
        <source>Hide lines that have it</source>
        <translation>Zeilen ausblenden, die es enthalten</translation>
    </message>
</context>
<context>
    <name>plumbline::LogView</name>
    <message>
        <source>log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>… %1 in all</source>
        <translation>… insgesamt %1</translation>
    </message>
</context>
<context>
    <name>plumbline::MainWindow</name>
    <message>
        <source>%1 — Plumbline</source>
        <translation>%1 — Plumbline</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Open recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Plumbline %1</source>
        <translation>Plumbline %1</translation>
    </message>
    <message>
        <source>Where do a guest&apos;s requests go in and not come out? Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Wo gehen die Anfragen eines Gasts hinein und kommen nicht heraus? Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>D&amp;omain</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>virtqueue</source>
        <translation>Virtqueue</translation>
    </message>
    <message>
        <source>%1 queue %2</source>
        <translation>%1 Queue %2</translation>
    </message>
    <message>
        <source>Read a block from the host?</source>
        <translation>Einen Block vom Host aus lesen?</translation>
    </message>
    <message>
        <source>The first 4096 bytes of each disk&apos;s file are read on the host, past its cache, and thrown away. It proves that the way from the host to the storage works while the guest asks nothing of it. Disks without a file on the host (NBD, Ceph) are left out.</source>
        <translation>Die ersten 4096 Bytes der Datei jeder Platte werden auf dem Host gelesen, an seinem Cache vorbei, und verworfen. Das beweist, dass der Weg vom Host zum Speicher funktioniert, während der Gast nichts von ihm verlangt. Platten ohne Datei auf dem Host (NBD, Ceph) werden ausgelassen.</translation>
    </message>
    <message>
        <source>one read request for each disk. On dead storage it has no answer: the reader stays on the host until that is back, once for each file.</source>
        <translation>eine Leseanfrage für jede Platte. Auf totem Speicher bleibt sie ohne Antwort: der Leser bleibt auf dem Host, bis der Speicher wieder da ist, einer für jede Datei.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Log öffnen</translation>
    </message>
</context>
<context>
    <name>plumbline::NoticeSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 shows another key</source>
        <translation>%1 zeigt einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>The connection is refused. If the host was installed anew, remove its old key from known_hosts; if not, somebody else may be listening.</source>
        <translation>Die Verbindung wird abgelehnt. Wurde der Host neu installiert, entfernen Sie seinen alten Schlüssel aus known_hosts; wenn nicht, hört vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>jetzt gezeigt</translation>
    </message>
</context>
<context>
    <name>plumbline::PathPane</name>
    <message>
        <source>No disk of this domain is known yet.</source>
        <translation>Von dieser Domain ist noch keine Platte bekannt.</translation>
    </message>
    <message>
        <source>Choose a domain on the left.</source>
        <translation>Wählen Sie links eine Domain.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Frage %1 …</translation>
    </message>
    <message>
        <source>views of this domain</source>
        <translation>Ansichten dieser Domain</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Virtqueues</source>
        <translation>Virtqueues</translation>
    </message>
    <message numerus="yes">
        <source>Virtqueues (%n stuck)</source>
        <translation>
            <numerusform>Virtqueues (%n hängt)</numerusform>
            <numerusform>Virtqueues (%n hängen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::PathView</name>
    <message>
        <source>IO path</source>
        <translation>IO-Pfad</translation>
    </message>
</context>
<context>
    <name>plumbline::SecretSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>plumbline::SideChannelRow</name>
    <message>
        <source>side channels</source>
        <translation>Nebenkanäle</translation>
    </message>
</context>
<context>
    <name>plumbline::StatusCorner</name>
    <message>
        <source>moment %1 of %2</source>
        <translation>Moment %1 von %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
</context>
<context>
    <name>plumbline::SummaryBar</name>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>No domain is chosen.</source>
        <translation>Es ist keine Domain gewählt.</translation>
    </message>
    <message>
        <source>Nothing is known about the disks of this domain.</source>
        <translation>Über die Platten dieser Domain ist nichts bekannt.</translation>
    </message>
    <message>
        <source>host not reached; facts are %1 old</source>
        <translation>Host nicht erreicht; die Fakten sind %1 alt</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>gemessen %1</translation>
    </message>
    <message>
        <source>copy the sentence with its references</source>
        <translation>den Satz mit seinen Quellenangaben kopieren</translation>
    </message>
    <message>
        <source>summary: %1</source>
        <translation>Zusammenfassung: %1</translation>
    </message>
</context>
<context>
    <name>plumbline::TaskPane</name>
    <message>
        <source>tasks of the log&apos;s dumps</source>
        <translation>Tasks der Dumps im Log</translation>
    </message>
    <message>
        <source>stack of the task</source>
        <translation>Stack des Tasks</translation>
    </message>
</context>
<context>
    <name>plumbline::TaskTreeModel</name>
    <message numerus="yes">
        <source>%1 · %n task(s)</source>
        <translation>
            <numerusform>%1 · %n Task</numerusform>
            <numerusform>%1 · %n Tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>seit %1 s</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 × %2 …</source>
        <translation>%1 × %2 …</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>wartet auf</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
</context>
<context>
    <name>plumbline::VirtqueueModel</name>
    <message>
        <source>Has the device seen all that was submitted?</source>
        <translation>Hat das Gerät alles gesehen, was eingereicht wurde?</translation>
    </message>
    <message>
        <source>Has the device completed all that it saw?</source>
        <translation>Hat das Gerät alles erledigt, was es gesehen hat?</translation>
    </message>
    <message>
        <source>Has the driver noticed all completions?</source>
        <translation>Hat der Treiber alle Erledigungen bemerkt?</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>gepackt</translation>
    </message>
    <message>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>no: %1</source>
        <extracomment>the answer &quot;no&quot; with the number of requests that are missing</extracomment>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>Trägt</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Seen?</source>
        <translation>Gesehen?</translation>
    </message>
    <message>
        <source>Completed?</source>
        <translation>Erledigt?</translation>
    </message>
    <message>
        <source>Noticed?</source>
        <translation>Bemerkt?</translation>
    </message>
</context>
<context>
    <name>plumbline::VirtqueueView</name>
    <message>
        <source>virtqueues</source>
        <translation>Virtqueues</translation>
    </message>
</context>
<context>
    <name>plumbline::Workbench</name>
    <message>
        <source>Nothing to diagnose</source>
        <translation>Nichts zu diagnostizieren</translation>
    </message>
    <message>
        <source>serial console, as recorded</source>
        <translation>serielle Konsole, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>No serial log</source>
        <translation>Kein serielles Log</translation>
    </message>
</context>
<context>
    <name>probes</name>
    <message>
        <source>the answer was longer than we keep</source>
        <translation>die Antwort war länger, als wir aufbewahren</translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>asked once: a second look some seconds later will tell</source>
        <translation>einmal gefragt: ein zweiter Blick einige Sekunden später wird es zeigen</translation>
    </message>
</context>
<context>
    <name>prompt</name>
    <message>
        <source>The host %1 is not known. Its %2 key is
    %3
Trust it? Type yes or no: </source>
        <translation>Der Host %1 ist nicht bekannt. Sein %2-Schlüssel ist
    %3
Vertrauen Sie ihm? yes oder no eingeben: </translation>
    </message>
    <message>
        <source>Nobody can be asked, for there is no terminal: load keys with ssh-add, and make the host known with ssh</source>
        <translation>Niemand kann gefragt werden, denn es gibt kein Terminal: Schlüssel mit ssh-add laden, und den Host mit ssh bekannt machen</translation>
    </message>
    <message>
        <source>Type yes or no: </source>
        <translation>yes oder no eingeben: </translation>
    </message>
</context>
<context>
    <name>qmp</name>
    <message>
        <source>a reply of more than 4 MiB</source>
        <translation>eine Antwort von mehr als 4 MiB</translation>
    </message>
    <message>
        <source>QEMU closed the monitor connection</source>
        <translation>QEMU schloss die Monitor-Verbindung</translation>
    </message>
    <message>
        <source>no greeting: QEMU is stopped or wedged, or another client holds the monitor</source>
        <translation>keine Begrüßung: QEMU ist angehalten oder hängt, oder ein anderer Client hält den Monitor</translation>
    </message>
    <message>
        <source>this socket does not speak QMP</source>
        <translation>dieser Socket spricht kein QMP</translation>
    </message>
    <message>
        <source>QEMU refused qmp_capabilities</source>
        <translation>QEMU lehnte qmp_capabilities ab</translation>
    </message>
    <message>
        <source>the monitor sent more than 64 MiB</source>
        <translation>der Monitor sandte mehr als 64 MiB</translation>
    </message>
    <message>
        <source>no reply came in time</source>
        <translation>keine Antwort kam rechtzeitig</translation>
    </message>
</context>
<context>
    <name>recording</name>
    <message>
        <source>cannot read a file: %1</source>
        <translation>eine Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>a file of more than 8 MiB</source>
        <translation>eine Datei von mehr als 8 MiB</translation>
    </message>
    <message>
        <source>not asked when this was recorded</source>
        <translation>bei der Aufzeichnung nicht gefragt</translation>
    </message>
    <message>
        <source>the recording is damaged: %1</source>
        <translation>die Aufzeichnung ist beschädigt: %1</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>cannot make the folder</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>Schreiben nicht möglich: %1</translation>
    </message>
    <message>
        <source>unknown kind of silence</source>
        <translation>unbekannte Art von Schweigen</translation>
    </message>
    <message>
        <source>an answer without its question</source>
        <translation>eine Antwort ohne ihre Frage</translation>
    </message>
    <message>
        <source>a file outside of the recording</source>
        <translation>eine Datei außerhalb der Aufzeichnung</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>kein JSON: %1</translation>
    </message>
    <message>
        <source>a recording of version %1; this Plumbline reads %2</source>
        <translation>eine Aufzeichnung der Version %1; dieses Plumbline liest %2</translation>
    </message>
    <message>
        <source>a recording without any round</source>
        <translation>eine Aufzeichnung ohne eine einzige Runde</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>an exit status that is none</source>
        <translation>ein Exit-Status, der keiner ist</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message numerus="yes">
        <source>%n request(s) failed and went back as errors in %1</source>
        <translation>
            <numerusform>%n Anfrage scheiterte in %1 und ging als Fehler zurück</numerusform>
            <numerusform>%n Anfragen scheiterten in %1 und gingen als Fehler zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>no request completed in %1</source>
        <translation>keine Anfrage in %1 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it, none completed in %1</source>
        <translation>
            <numerusform>%n Anfrage darin, keine in %1 erledigt</numerusform>
            <numerusform>%n Anfragen darin, keine in %1 erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it; the last one ended %1 ago</source>
        <translation>
            <numerusform>%n Anfrage darin; die letzte endete vor %1</numerusform>
            <numerusform>%n Anfragen darin; die letzte endete vor %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) held back on purpose by the limit %1</source>
        <translation>
            <numerusform>%n Anfrage absichtlich zurückgehalten vom Limit %1</numerusform>
            <numerusform>%n Anfragen absichtlich zurückgehalten vom Limit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no rule speaks of this layer yet</source>
        <translation>zu dieser Schicht sagt noch keine Regel etwas</translation>
    </message>
    <message>
        <source>the QEMU process does not run, its state is %1: nothing in it moves</source>
        <translation>der QEMU-Prozess läuft nicht, sein Zustand ist %1: nichts darin bewegt sich</translation>
    </message>
    <message>
        <source>the QEMU process is dead, its state is %1</source>
        <translation>der QEMU-Prozess ist tot, sein Zustand ist %1</translation>
    </message>
    <message>
        <source>the QEMU process is there, its state is %1</source>
        <translation>der QEMU-Prozess ist da, sein Zustand ist %1</translation>
    </message>
    <message>
        <source>QEMU says running</source>
        <translation>QEMU sagt running</translation>
    </message>
    <message>
        <source>the machine does not run: QEMU says %1</source>
        <translation>die Maschine läuft nicht: QEMU sagt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) went into QEMU, none came back in %1</source>
        <translation>
            <numerusform>%n Anfrage ging in QEMU hinein, keine kam in %1 zurück</numerusform>
            <numerusform>%n Anfragen gingen in QEMU hinein, keine kam in %1 zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing went in and nothing came out in %1</source>
        <translation>in %1 ging nichts hinein und kam nichts heraus</translation>
    </message>
    <message>
        <source>not visible from outside the guest</source>
        <translation>von außerhalb des Gasts nicht sichtbar</translation>
    </message>
    <message>
        <source>%1 submitted and %2 taken back in %3</source>
        <translation>%1 abgegeben und %2 zurückgenommen in %3</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of it are in flight</source>
        <translation>
            <numerusform>%n Anfrage davon ist unterwegs</numerusform>
            <numerusform>%n Anfragen davon sind unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>asked nothing of the disk in %1: idle, which proves nothing</source>
        <translation>fragte die Platte in %1 nichts: untätig, was nichts beweist</translation>
    </message>
    <message>
        <source>/proc/diskstats does not list %1</source>
        <translation>/proc/diskstats führt %1 nicht auf</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in its queue, none completed in %1</source>
        <translation>
            <numerusform>%n Anfrage in der Queue, keine in %1 erledigt</numerusform>
            <numerusform>%n Anfragen in der Queue, keine in %1 erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing in flight and nothing new in %1</source>
        <translation>nichts unterwegs und nichts Neues in %1</translation>
    </message>
    <message>
        <source>mountstats does not list this mount</source>
        <translation>mountstats führt diesen Mount nicht auf</translation>
    </message>
    <message>
        <source>hard mount: no error will ever be returned</source>
        <translation>Hard-Mount: es wird nie ein Fehler zurückkommen</translation>
    </message>
    <message>
        <source>soft mount: errors will be returned after its time-outs</source>
        <translation>Soft-Mount: nach seinen Fristen kommen Fehler zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) sent, none answered in %1; %2</source>
        <translation>
            <numerusform>%n Anfrage gesendet, in %1 keine beantwortet; %2</numerusform>
            <numerusform>%n Anfragen gesendet, in %1 keine beantwortet; %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) from the server in %1</source>
        <translation>
            <numerusform>%n Antwort vom Server in %1</numerusform>
            <numerusform>%n Antworten vom Server in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was asked of the server in %1</source>
        <translation>in %1 wurde der Server nichts gefragt</translation>
    </message>
    <message>
        <source>a stat of the mount hangs: %1</source>
        <translation>ein stat auf den Mount hängt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of QEMU wait for the FUSE daemon, unanswered for %1</source>
        <translation>
            <numerusform>%n Thread von QEMU wartet auf den FUSE-Daemon, seit %1 ohne Antwort</numerusform>
            <numerusform>%n Threads von QEMU warten auf den FUSE-Daemon, seit %1 ohne Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>no thread of QEMU waits for the FUSE daemon</source>
        <translation>kein Thread von QEMU wartet auf den FUSE-Daemon</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) of QEMU in uninterruptible sleep for %1 (%2)</source>
        <translation>
            <numerusform>%n Thread von QEMU seit %1 in nicht unterbrechbarem Schlaf (%2)</numerusform>
            <numerusform>%n Threads von QEMU seit %1 in nicht unterbrechbarem Schlaf (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>where needs more rights</source>
        <translation>wo, braucht mehr Rechte</translation>
    </message>
    <message>
        <source>no thread of QEMU waits in the kernel for a disk</source>
        <translation>kein Thread von QEMU wartet im Kernel auf eine Platte</translation>
    </message>
    <message>
        <source>its server %1 (pid %2) does not run, its state is %3</source>
        <translation>sein Server %1 (PID %2) läuft nicht, sein Zustand ist %3</translation>
    </message>
    <message>
        <source>%1 bytes of requests lie unread in its socket for %2</source>
        <translation>%1 Bytes Anfragen liegen seit %2 ungelesen in seinem Socket</translation>
    </message>
    <message>
        <source>all requests were delivered, none answered in %1</source>
        <translation>alle Anfragen wurden zugestellt, in %1 keine beantwortet</translation>
    </message>
    <message>
        <source>its connection is not among this host&apos;s sockets</source>
        <translation>seine Verbindung ist nicht unter den Sockets dieses Hosts</translation>
    </message>
    <message>
        <source>%1 bytes sent and not acknowledged for %2</source>
        <translation>%1 Bytes gesendet und seit %2 nicht bestätigt</translation>
    </message>
    <message>
        <source>the connection is established (%1)</source>
        <translation>die Verbindung steht (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) completed in %1</source>
        <translation>
            <numerusform>%n Anfrage in %1 erledigt</numerusform>
            <numerusform>%n Anfragen in %1 erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on the way through it</source>
        <translation>%1 auf dem Weg hindurch</translation>
    </message>
    <message>
        <source>no request completed through it in %1</source>
        <translation>in %1 keine Anfrage hindurch erledigt</translation>
    </message>
    <message>
        <source>cannot be told from this host</source>
        <translation>von diesem Host aus nicht zu erkennen</translation>
    </message>
    <message>
        <source>silent: %1</source>
        <translation>schweigt: %1</translation>
    </message>
    <message>
        <source>not asked: its socket serves one client, which may be in use</source>
        <translation>nicht gefragt: sein Socket bedient nur einen Client und ist vielleicht belegt</translation>
    </message>
    <message>
        <source>this domain has no agent channel</source>
        <translation>diese Domain hat keinen Agent-Kanal</translation>
    </message>
    <message>
        <source>answers guest-ping, which needs no disk</source>
        <translation>beantwortet guest-ping, das keine Platte braucht</translation>
    </message>
    <message>
        <source>answers with an error</source>
        <translation>antwortet mit einem Fehler</translation>
    </message>
    <message>
        <source>not connected: weak evidence, nothing about IO</source>
        <translation>nicht verbunden: ein schwacher Beleg, nichts über IO</translation>
    </message>
    <message>
        <source>does not respond: weak evidence, nothing about IO</source>
        <translation>antwortet nicht: ein schwacher Beleg, nichts über IO</translation>
    </message>
    <message>
        <source>no monitor that can be reached</source>
        <translation>kein erreichbarer Monitor</translation>
    </message>
    <message>
        <source>has owed libvirt an answer for %1; nothing more was sent</source>
        <translation>schuldet libvirt seit %1 eine Antwort; mehr wurde nicht gesendet</translation>
    </message>
    <message>
        <source>answers: %1</source>
        <translation>antwortet: %1</translation>
    </message>
    <message>
        <source>not under libvirt</source>
        <translation>nicht unter libvirt</translation>
    </message>
    <message>
        <source>answers; QEMU&apos;s monitor is free</source>
        <translation>antwortet; der Monitor von QEMU ist frei</translation>
    </message>
    <message>
        <source>answers, but waits for QEMU: %1 for %2</source>
        <translation>antwortet, wartet aber auf QEMU: %1 seit %2</translation>
    </message>
    <message>
        <source>no serial log on the host</source>
        <translation>kein serielles Log auf dem Host</translation>
    </message>
    <message>
        <source>the guest&apos;s kernel panicked; last line %1 ago</source>
        <translation>Panic im Gast-Kernel; letzte Zeile vor %1</translation>
    </message>
    <message>
        <source>reports hung tasks; last line %1 ago</source>
        <translation>meldet hung tasks; letzte Zeile vor %1</translation>
    </message>
    <message>
        <source>%1 bytes, last line %2 ago</source>
        <translation>%1 Bytes, letzte Zeile vor %2</translation>
    </message>
    <message>
        <source>hung: %1: %2</source>
        <translation>hing: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (und %n weiterer)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>the %1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1 (%2 %3)</translation>
    </message>
    <message>
        <source>Requests of %1 stop at %2: %3.</source>
        <translation>Anfragen von %1 bleiben hier stehen: %2: %3.</translation>
    </message>
    <message>
        <source>Requests of %1 wait: %2.</source>
        <translation>Anfragen von %1 warten: %2.</translation>
    </message>
    <message>
        <source>Requests of %1 are slow on purpose: %2.</source>
        <translation>Anfragen von %1 sind absichtlich langsam: %2.</translation>
    </message>
    <message>
        <source>Requests of %1 complete: %2.</source>
        <translation>Anfragen von %1 werden erledigt: %2.</translation>
    </message>
    <message>
        <source>%1 is idle: no request in %2, so nothing is proven either way.</source>
        <translation>%1 ist untätig: keine Anfrage in %2, damit ist nichts bewiesen.</translation>
    </message>
    <message>
        <source>nothing could be measured</source>
        <translation>nichts war messbar</translation>
    </message>
    <message>
        <source>Whether requests of %1 complete is unknown: %2.</source>
        <translation>Ob Anfragen von %1 erledigt werden, ist unbekannt: %2.</translation>
    </message>
    <message>
        <source>the device met a bogus descriptor and stopped for good (broken)</source>
        <translation>das Gerät traf auf einen fehlerhaften Deskriptor und hielt endgültig an (broken)</translation>
    </message>
    <message>
        <source>the guest&apos;s driver has not set the device up</source>
        <translation>der Treiber des Gasts hat das Gerät nicht eingerichtet</translation>
    </message>
    <message>
        <source>the driver is set up</source>
        <translation>der Treiber ist eingerichtet</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) seen by the device, none completed in %1</source>
        <translation>
            <numerusform>%n Anfrage vom Gerät gesehen, keine in %1 erledigt</numerusform>
            <numerusform>%n Anfragen vom Gerät gesehen, keine in %1 erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight, none completed in %1: look again</source>
        <translation>
            <numerusform>%n Anfrage unterwegs, keine in %1 erledigt: erneut hinsehen</numerusform>
            <numerusform>%n Anfragen unterwegs, keine in %1 erledigt: erneut hinsehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in flight when it last answered; now: %1</source>
        <translation>
            <numerusform>%n Anfrage unterwegs, als es zuletzt antwortete; jetzt: %1</numerusform>
            <numerusform>%n Anfragen unterwegs, als es zuletzt antwortete; jetzt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the server answers, but no read or write of this mount came back in %1</source>
        <translation>der Server antwortet, aber kein Lesen oder Schreiben dieses Mounts kam in %1 zurück</translation>
    </message>
    <message>
        <source>%1; for which disk cannot be seen</source>
        <translation>%1; für welche Disk, ist nicht zu sehen</translation>
    </message>
    <message>
        <source>%1; no request was seen to wait for it</source>
        <translation>%1; es wurde keine Anfrage gesehen, die darauf wartet</translation>
    </message>
    <message>
        <source>the requests of other disks are in the same queues</source>
        <translation>in denselben Queues liegen auch Anfragen anderer Platten</translation>
    </message>
    <message>
        <source>%1; the requests of other disks are in the same queues</source>
        <translation>%1; in denselben Queues liegen auch Anfragen anderer Platten</translation>
    </message>
    <message>
        <source>%1, but one takes %2 on average (slow from %3 on)</source>
        <translation>%1, aber eine dauert im Mittel %2 (langsam ab %3)</translation>
    </message>
    <message>
        <source>QEMU paused the machine at an I/O error (its policy is to stop, not to report): the guest waits without an error until it is resumed</source>
        <translation>QEMU hat die Maschine bei einem Ein-/Ausgabefehler angehalten (seine Regel ist anhalten, nicht melden): der Gast wartet ohne Fehler, bis er fortgesetzt wird</translation>
    </message>
    <message>
        <source>it moved between the readings, or was read once: look again</source>
        <translation>es bewegte sich zwischen den Lesungen oder wurde nur einmal gelesen: noch einmal hinsehen</translation>
    </message>
    <message>
        <source>all %1 came back</source>
        <translation>alle %1 kamen zurück</translation>
    </message>
    <message>
        <source>how far the device has read is not in QEMU (vhost)</source>
        <translation>wie weit das Gerät gelesen hat, steht nicht in QEMU (vhost)</translation>
    </message>
    <message>
        <source>the index in RAM is none of this ring</source>
        <translation>der Index im RAM gehört nicht zu diesem Ring</translation>
    </message>
    <message>
        <source>submitted up to %1, seen up to %2</source>
        <translation>eingereicht bis %1, gesehen bis %2</translation>
    </message>
    <message>
        <source>all that was submitted at the first look has been seen</source>
        <translation>alles, was beim ersten Blick eingereicht war, wurde gesehen</translation>
    </message>
    <message>
        <source>the device reads on</source>
        <translation>das Gerät liest weiter</translation>
    </message>
    <message>
        <source>nothing lies ahead of place %1</source>
        <translation>vor Platz %1 liegt nichts</translation>
    </message>
    <message>
        <source>the ring&apos;s wrap counter at place %1 is not known</source>
        <translation>der Umlaufzähler des Rings an Platz %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>nothing is in flight</source>
        <translation>nichts ist unterwegs</translation>
    </message>
    <message>
        <source>the driver shows what it has noticed only with EVENT_IDX, which is off</source>
        <translation>was er bemerkt hat, zeigt der Treiber nur mit EVENT_IDX, und das ist aus</translation>
    </message>
    <message>
        <source>completed up to %1, noticed up to %2</source>
        <translation>erledigt bis %1, bemerkt bis %2</translation>
    </message>
    <message>
        <source>the driver has put its interrupt off</source>
        <translation>der Treiber hat seinen Interrupt aufgeschoben</translation>
    </message>
    <message>
        <source>all completions of the first look have been noticed</source>
        <translation>alle Erledigungen des ersten Blicks wurden bemerkt</translation>
    </message>
    <message>
        <source>completed up to place %1, noticed up to place %1</source>
        <translation>erledigt bis Platz %1, bemerkt bis Platz %1</translation>
    </message>
    <message>
        <source>nobody need wait for this queue</source>
        <translation>auf diese Queue muss niemand warten</translation>
    </message>
    <message numerus="yes">
        <source>%n buffer(s) lie ready for input</source>
        <translation>
            <numerusform>%n Puffer liegt für Eingang bereit</numerusform>
            <numerusform>%n Puffer liegen für Eingang bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>queue %1: %2</source>
        <translation>Queue %1: %2</translation>
    </message>
    <message>
        <source>queue %1 holds</source>
        <translation>Queue %1 hält</translation>
    </message>
    <message>
        <source>Requests of %1 are slow at %2: %3.</source>
        <translation>Anfragen von %1 sind langsam an %2: %3.</translation>
    </message>
    <message>
        <source>the disk is slow: a request takes %1 on average</source>
        <translation>die Platte ist langsam: eine Anfrage dauert im Mittel %1</translation>
    </message>
    <message>
        <source>nothing can be told while the machine is paused: %1</source>
        <translation>solange die Maschine angehalten ist, lässt sich nichts sagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Requests of %1 fail: %n came back as error(s) in %2.</source>
        <translation>
            <numerusform>Anfragen von %1 scheitern: %n kam in %2 als Fehler zurück.</numerusform>
            <numerusform>Anfragen von %1 scheitern: %n kamen in %2 als Fehler zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>no OSD serves the object of the oldest</source>
        <translation>kein OSD bedient das Objekt der ältesten</translation>
    </message>
    <message>
        <source>the oldest waits for osd.%1</source>
        <translation>die älteste wartet auf osd.%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) unanswered by the OSDs for %1; %2</source>
        <translation>
            <numerusform>%n Anfrage seit %1 von den OSDs unbeantwortet; %2</numerusform>
            <numerusform>%n Anfragen seit %1 von den OSDs unbeantwortet; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>DRBD has suspended its IO (%1): no error will be returned</source>
        <translation>DRBD hat sein IO angehalten (%1): es kommt kein Fehler zurück</translation>
    </message>
    <message>
        <source>DRBD is blocked by the device below it</source>
        <translation>DRBD ist vom Gerät darunter blockiert</translation>
    </message>
    <message>
        <source>DRBD is blocked (%1)</source>
        <translation>DRBD ist blockiert (%1)</translation>
    </message>
    <message>
        <source>%1, but no request of this disk was seen to wait</source>
        <translation>%1, aber keine Anfrage dieser Platte wurde wartend gesehen</translation>
    </message>
    <message>
        <source>%1; whether this disk waits for them could not be seen</source>
        <translation>%1; ob diese Platte darauf wartet, war nicht zu sehen</translation>
    </message>
    <message>
        <source>%1; no request of this disk was seen to wait for it</source>
        <translation>%1; keine Anfrage dieser Platte wurde darauf wartend gesehen</translation>
    </message>
    <message>
        <source>%1; whether a request waits for it could not be seen</source>
        <translation>%1; ob eine Anfrage darauf wartet, war nicht zu sehen</translation>
    </message>
    <message>
        <source>the device-mapper device is suspended: its requests wait for a resume</source>
        <translation>das Device-Mapper-Gerät ist angehalten (suspended): seine Anfragen warten auf ein resume</translation>
    </message>
    <message>
        <source>no path is left: requests to it fail</source>
        <translation>kein Pfad ist übrig: Anfragen daran scheitern</translation>
    </message>
    <message numerus="yes">
        <source>none of its %n path(s) is left, and it queues then (queue_if_no_path): no error will ever be returned</source>
        <translation>
            <numerusform>sein einziger Pfad ist verloren, und dann reiht es ein (queue_if_no_path): es kommt nie ein Fehler zurück</numerusform>
            <numerusform>keiner seiner %n Pfade ist übrig, und dann reiht es ein (queue_if_no_path): es kommt nie ein Fehler zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>none of its %n path(s) takes requests; whether it queues then (queue_if_no_path) needs root</source>
        <translation>
            <numerusform>sein einziger Pfad nimmt keine Anfragen an; ob es dann einreiht (queue_if_no_path), kann nur root sehen</numerusform>
            <numerusform>keiner seiner %n Pfade nimmt Anfragen an; ob es dann einreiht (queue_if_no_path), kann nur root sehen</numerusform>
        </translation>
    </message>
    <message>
        <source>the array is suspended: no request is sent to its members</source>
        <translation>das Array ist angehalten (suspended): keine Anfrage geht an seine Mitglieder</translation>
    </message>
    <message>
        <source>the array waits for its metadata to be marked (write-pending)</source>
        <translation>das Array wartet, bis seine Metadaten markiert sind (write-pending)</translation>
    </message>
    <message>
        <source>the array does not run (%1)</source>
        <translation>das Array läuft nicht (%1)</translation>
    </message>
    <message>
        <source>the array has failed: requests to it fail</source>
        <translation>das Array ist ausgefallen: Anfragen daran scheitern</translation>
    </message>
    <message>
        <source>the array is read-only: writes to it fail</source>
        <translation>das Array ist schreibgeschützt: Schreiben scheitert</translation>
    </message>
    <message>
        <source>%1, %2 % done</source>
        <translation>%1, zu %2 % fertig</translation>
    </message>
    <message>
        <source>%1, while its members are kept busy (%2)</source>
        <translation>%1, während seine Mitglieder beschäftigt sind (%2)</translation>
    </message>
    <message>
        <source>its member %1 is blocked until its failure is on record</source>
        <translation>sein Mitglied %1 ist blockiert, bis sein Ausfall vermerkt ist</translation>
    </message>
    <message>
        <source>requests fail after %1 s (fast_io_fail_tmo)</source>
        <translation>Anfragen scheitern nach %1 s (fast_io_fail_tmo)</translation>
    </message>
    <message>
        <source>it tries for ever (ctrl_loss_tmo): no error will be returned</source>
        <translation>er versucht es endlos (ctrl_loss_tmo): es kommt kein Fehler zurück</translation>
    </message>
    <message>
        <source>it tries for %1 s (ctrl_loss_tmo), until then no error</source>
        <translation>er versucht es %1 s lang (ctrl_loss_tmo), bis dahin ohne Fehler</translation>
    </message>
    <message>
        <source>the driver resets it</source>
        <translation>der Treiber setzt ihn zurück</translation>
    </message>
    <message>
        <source>the controller %1 is %2: %3</source>
        <translation>der Controller %1 ist %2: %3</translation>
    </message>
    <message>
        <source>error recovery has not ended it</source>
        <translation>die Fehlerbehandlung hat es nicht beendet</translation>
    </message>
    <message>
        <source>error recovery begins after %1</source>
        <translation>die Fehlerbehandlung beginnt nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) unanswered by the device for %1; %2</source>
        <translation>
            <numerusform>%n Kommando seit %1 vom Gerät unbeantwortet; %2</numerusform>
            <numerusform>%n Kommandos seit %1 vom Gerät unbeantwortet; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>the SCSI device is %1: it takes no request until its transport is back</source>
        <translation>das SCSI-Gerät ist %1: es nimmt keine Anfrage an, bis sein Transport zurück ist</translation>
    </message>
    <message>
        <source>the SCSI device is %1: requests to it fail at once</source>
        <translation>das SCSI-Gerät ist %1: Anfragen daran scheitern sofort</translation>
    </message>
    <message>
        <source>recovery_tmo is not known</source>
        <translation>recovery_tmo ist nicht bekannt</translation>
    </message>
    <message>
        <source>recovery_tmo is negative: requests are queued for ever</source>
        <translation>recovery_tmo ist negativ: Anfragen warten für immer</translation>
    </message>
    <message>
        <source>recovery_tmo is 0: requests fail at once</source>
        <translation>recovery_tmo ist 0: Anfragen scheitern sofort</translation>
    </message>
    <message>
        <source>requests are queued for %1 s (recovery_tmo), then they fail</source>
        <translation>Anfragen warten %1 s (recovery_tmo), dann scheitern sie</translation>
    </message>
    <message>
        <source>the iSCSI session is %1: %2</source>
        <translation>die iSCSI-Sitzung ist %1: %2</translation>
    </message>
    <message>
        <source>requests wait for up to %1 s (dev_loss_tmo)</source>
        <translation>Anfragen warten bis zu %1 s (dev_loss_tmo)</translation>
    </message>
    <message>
        <source>how long requests wait is not known</source>
        <translation>wie lange Anfragen warten, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the remote port is %1: %2</source>
        <translation>der entfernte Port ist %1: %2</translation>
    </message>
    <message>
        <source>the ZFS pool is suspended: its requests wait for zpool clear</source>
        <translation>der ZFS-Pool ist angehalten (suspended): seine Anfragen warten auf zpool clear</translation>
    </message>
    <message>
        <source>the device is broken and looks at no queue any more</source>
        <translation>das Gerät ist kaputt und sieht in keine Queue mehr</translation>
    </message>
    <message>
        <source>submitted up to %1, seen up to %2 and not read on in %3: the kick was lost, or QEMU does not look at the queue</source>
        <translation>eingereicht bis %1, gesehen bis %2 und in %3 nicht weitergelesen: der Kick ging verloren, oder QEMU sieht nicht in die Queue</translation>
    </message>
    <message>
        <source>a request lies ahead of place %1 and was not seen in %2: the kick was lost, or QEMU does not look at the queue</source>
        <translation>vor Platz %1 liegt eine Anfrage, die in %2 nicht gesehen wurde: der Kick ging verloren, oder QEMU sieht nicht in die Queue</translation>
    </message>
    <message>
        <source>this driver may take completions back later</source>
        <translation>dieser Treiber nimmt Erledigungen vielleicht später zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s) lie in the used ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</source>
        <translation>
            <numerusform>%n Erledigung liegt im Used-Ring, und der Treiber hat sie in %1 nicht bemerkt: sein Interrupt ging verloren oder ist maskiert, oder der Gast behandelt ihn nicht</numerusform>
            <numerusform>%n Erledigungen liegen im Used-Ring, und der Treiber hat sie in %1 nicht bemerkt: sein Interrupt ging verloren oder ist maskiert, oder der Gast behandelt ihn nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s) lie in the ring and the driver did not notice in %1: its interrupt was lost or is masked, or the guest does not handle it</source>
        <translation>
            <numerusform>%n Erledigung liegt im Ring, und der Treiber hat sie in %1 nicht bemerkt: sein Interrupt ging verloren oder ist maskiert, oder der Gast behandelt ihn nicht</numerusform>
            <numerusform>%n Erledigungen liegen im Ring, und der Treiber hat sie in %1 nicht bemerkt: sein Interrupt ging verloren oder ist maskiert, oder der Gast behandelt ihn nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sector %2 +%3 B, page 0x%4</source>
        <translation>%1 Sektor %2 +%3 B, Seite 0x%4</translation>
    </message>
    <message>
        <source>the QEMU process is stopped, but was not seen to be for long: look again</source>
        <translation>der QEMU-Prozess ist angehalten, aber noch nicht lange beobachtet: noch einmal hinsehen</translation>
    </message>
    <message numerus="yes">
        <source>%n of its %1 command(s) disabled: %2</source>
        <translation>
            <numerusform>%n seiner %1 Befehle abgeschaltet: %2</numerusform>
            <numerusform>%n seiner %1 Befehle abgeschaltet: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>its kernel has been up for %1</source>
        <translation>sein Kernel läuft seit %1</translation>
    </message>
    <message>
        <source>has frozen the guest&apos;s file systems: what writes to them waits until they are thawed, and it refuses most commands</source>
        <translation>hat die Dateisysteme des Gasts eingefroren: Was auf sie schreibt, wartet bis zum Auftauen; die meisten Befehle lehnt er ab</translation>
    </message>
    <message>
        <source>the machine was migrated away (postmigrate): it goes on elsewhere, here it stays paused</source>
        <translation>die Maschine wurde wegmigriert (postmigrate): sie läuft anderswo weiter, hier bleibt sie angehalten</translation>
    </message>
    <message>
        <source>paused for the last part of a migration (finish-migrate): it goes on at the other end</source>
        <translation>für den letzten Teil einer Migration angehalten (finish-migrate): am anderen Ende geht es weiter</translation>
    </message>
    <message>
        <source>waits for a migration to come in (inmigrate)</source>
        <translation>wartet auf eine ankommende Migration (inmigrate)</translation>
    </message>
    <message>
        <source>block job %1 (%2)</source>
        <translation>Block-Job %1 (%2)</translation>
    </message>
    <message>
        <source>%1 stopped at an I/O error</source>
        <translation>%1 blieb an einem E/A-Fehler stehen</translation>
    </message>
    <message>
        <source>%1 made no progress in %2</source>
        <translation>%1 kam in %2 nicht voran</translation>
    </message>
    <message>
        <source>a migration is under way: %1</source>
        <translation>eine Migration läuft: %1</translation>
    </message>
    <message>
        <source>the last migration did not succeed: %1</source>
        <translation>die letzte Migration gelang nicht: %1</translation>
    </message>
    <message>
        <source>a job</source>
        <translation>ein Auftrag</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>answers, but %1</source>
        <translation>antwortet, aber %1</translation>
    </message>
    <message>
        <source>answers; it is at work on the domain: %1</source>
        <translation>antwortet; arbeitet an der Domain: %1</translation>
    </message>
    <message>
        <source>answers, but not about this domain: another call may hold it; domjobinfo: %1</source>
        <translation>antwortet, aber nicht über diese Domain: Ein anderer Aufruf hält sie vielleicht; domjobinfo: %1</translation>
    </message>
    <message>
        <source>virsh %1 (%2)</source>
        <translation>virsh %1 (%2)</translation>
    </message>
    <message>
        <source>a question that QEMU or the storage has not answered</source>
        <translation>eine Frage, die QEMU oder das Storage nicht beantwortet hat</translation>
    </message>
    <message>
        <source>a change that QEMU has not finished, perhaps because it waits for requests in flight</source>
        <translation>eine Änderung, mit der QEMU nicht fertig ist, vielleicht weil es auf Anfragen, die unterwegs sind wartet</translation>
    </message>
    <message>
        <source>long by nature; virsh domjobinfo tells whether it goes on</source>
        <translation>dauert seiner Natur nach lange; virsh domjobinfo zeigt, ob es vorangeht</translation>
    </message>
    <message>
        <source>it waits for the guest&apos;s agent</source>
        <translation>er wartet auf den Agenten des Gasts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>another call holds the domain</source>
        <translation>ein anderer Aufruf hält die Domain</translation>
    </message>
    <message>
        <source>another call holds its agent</source>
        <translation>ein anderer Aufruf hält ihren Agenten</translation>
    </message>
    <message>
        <source>another call holds the domain, and libvirt does not say which</source>
        <translation>ein anderer Aufruf hält die Domain, und libvirt sagt nicht, welcher</translation>
    </message>
    <message>
        <source>%1; so many wait for it that libvirt lets no more do so</source>
        <translation>%1; so viele warten darauf, dass libvirt keinen weiteren mehr warten lässt</translation>
    </message>
    <message>
        <source>down on the host</source>
        <translation>auf dem Host abgeschaltet</translation>
    </message>
    <message>
        <source>counted anew, so not yet twice</source>
        <translation>neu gezählt, also noch nicht zweimal</translation>
    </message>
    <message>
        <source>no packet in %1</source>
        <translation>kein Paket in %1</translation>
    </message>
    <message>
        <source>%1 from the guest, %2 to it</source>
        <translation>%1 vom Gast, %2 zu ihm</translation>
    </message>
    <message>
        <source>packets in %1</source>
        <translation>Pakete in %1</translation>
    </message>
    <message>
        <source>%1 dropped since the guest did not take them</source>
        <translation>%1 verworfen, weil der Gast sie nicht abnahm</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>neither its configuration nor QEMU&apos;s descriptors tell which interface of the host it has</source>
        <translation>weder seine Konfiguration noch QEMUs Deskriptoren sagen, welche Schnittstelle des Hosts er hat</translation>
    </message>
    <message>
        <source>not there for QEMU</source>
        <translation>für QEMU nicht vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; und %n weitere</numerusform>
            <numerusform>%1; und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>this domain has no network that its configuration names</source>
        <translation>diese Domain hat kein Netz, das ihre Konfiguration nennt</translation>
    </message>
    <message>
        <source>user-mode networking: not visible on the host</source>
        <translation>Netz im Benutzermodus: auf dem Host nicht sichtbar</translation>
    </message>
    <message>
        <source>%1: goes past the host&apos;s kernel, not visible there</source>
        <translation>%1: geht am Kernel des Hosts vorbei, dort nicht sichtbar</translation>
    </message>
    <message>
        <source>port %1 of the NFS server %2</source>
        <translation>Port %1 des NFS-Servers %2</translation>
    </message>
    <message>
        <source>%1 exists on the host and not for QEMU: there, %2</source>
        <translation>%1 gibt es auf dem Host und nicht für QEMU: %2 dort</translation>
    </message>
    <message>
        <source>%1 exists for QEMU and not on the host: here, %3</source>
        <translation>%1 gibt es für QEMU und nicht auf dem Host: %3 hier</translation>
    </message>
    <message>
        <source>%1 is another file for QEMU than on the host: there it %2, here %3</source>
        <translation>%1 ist für QEMU eine andere Datei als auf dem Host: dort %2, hier %3</translation>
    </message>
    <message>
        <source>%1 %2 for %3</source>
        <translation>%1 %2 seit %3</translation>
    </message>
    <message>
        <source>%1; requests of this disk take an IOThread</source>
        <translation>%1; Anfragen dieser Platte nehmen einen IOThread</translation>
    </message>
    <message>
        <source>a read of one block from the host hangs: %1</source>
        <translation>das Lesen eines Blocks vom Host aus hängt: %1</translation>
    </message>
    <message>
        <source>a block was read through it from the host in %1, at %2</source>
        <translation>ein Block wurde vom Host aus in %1 hindurch gelesen, um %2</translation>
    </message>
    <message>
        <source>%1; requests can go by way of %2</source>
        <translation>%1; Anfragen können über %2 gehen</translation>
    </message>
    <message>
        <source>the same as %1 before</source>
        <translation>dasselbe wie %1 davor</translation>
    </message>
    <message>
        <source>changed since the one %1 before</source>
        <translation>verändert seit dem von %1 davor</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, taken at %3</source>
        <translation>%1 × %2 Bildpunkte, aufgenommen um %3</translation>
    </message>
    <message>
        <source>%1; only its first part has come</source>
        <translation>%1; nur sein erster Teil ist angekommen</translation>
    </message>
    <message>
        <source>QEMU %1 may abort when it is asked x-query-virtio-status, so it is not: which requests the device has not seen, and which completions the driver has not noticed, is unknown</source>
        <translation>QEMU %1 könnte abbrechen, wenn es x-query-virtio-status gefragt wird, also wird es das nicht: welche Anfragen das Gerät nicht gesehen und welche Abschlüsse der Treiber nicht bemerkt hat, ist unbekannt</translation>
    </message>
    <message>
        <source>the cluster or the pool is full or paused</source>
        <translation>der Cluster oder der Pool ist voll oder angehalten</translation>
    </message>
    <message>
        <source>no OSD serves the objects of some</source>
        <translation>für die Objekte einiger ist kein OSD zuständig</translation>
    </message>
    <message>
        <source>they wait for %1</source>
        <translation>sie warten auf %1</translation>
    </message>
    <message>
        <source>%1, but others are answered (slow from %2 on)</source>
        <translation>%1, andere aber werden beantwortet (langsam ab %2)</translation>
    </message>
    <message>
        <source>no request in it, none completed in %1</source>
        <translation>keine Anfrage darin, in %1 keine fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in it, but none with an OSD: it may wait for the image&apos;s lock, or hold them back by a limit of its own</source>
        <translation>
            <numerusform>%n Anfrage darin, aber keine bei einem OSD: es wartet vielleicht auf die Sperre des Images oder hält sie durch eine eigene Grenze zurück</numerusform>
            <numerusform>%n Anfragen darin, aber keine bei einem OSD: es wartet vielleicht auf die Sperre des Images oder hält sie durch eine eigene Grenze zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>the guest counts no request in flight</source>
        <translation>der Gast zählt keine Anfrage in Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>the guest counts %n request(s) in flight on %1</source>
        <translation>
            <numerusform>der Gast zählt %n Anfrage in Arbeit auf %1</numerusform>
            <numerusform>der Gast zählt %n Anfragen in Arbeit auf %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (at %2)</source>
        <translation>%1 (um %2)</translation>
    </message>
    <message>
        <source>the host&apos;s block devices complete nothing and hold nothing, as iostat shows: the requests of %1 wait elsewhere, so it is no sign of health</source>
        <translation>die Blockgeräte des Hosts schließen nichts ab und halten nichts, wie iostat zeigt: die Anfragen von %1 warten anderswo, es ist also kein Zeichen von Gesundheit</translation>
    </message>
    <message>
        <source>QEMU&apos;s job %1 (%2)</source>
        <translation>QEMUs Job %1 (%2)</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 scheiterte: %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist im Zustand %2</translation>
    </message>
</context>
<context>
    <name>run state</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>in shutdown</source>
        <translation>fährt herunter</translation>
    </message>
    <message>
        <source>shut off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>suspended by itself</source>
        <translation>schläft von sich aus</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>ohne Zustand</translation>
    </message>
    <message>
        <source>has shut down</source>
        <translation>heruntergefahren</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>noch nicht gestartet</translation>
    </message>
    <message>
        <source>migration comes in</source>
        <translation>Migration kommt an</translation>
    </message>
    <message>
        <source>migration ends</source>
        <translation>Migration endet</translation>
    </message>
    <message>
        <source>migrated away</source>
        <translation>wegmigriert</translation>
    </message>
    <message>
        <source>is being saved</source>
        <translation>wird gesichert</translation>
    </message>
    <message>
        <source>is being restored</source>
        <translation>wird wiederhergestellt</translation>
    </message>
    <message>
        <source>stopped by its watchdog</source>
        <translation>vom Watchdog angehalten</translation>
    </message>
    <message>
        <source>guest panicked</source>
        <translation>Gast in Panik</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>paused by an I/O error</source>
        <translation>nach einem E/A-Fehler pausiert</translation>
    </message>
    <message>
        <source>stopped by a debugger</source>
        <translation>vom Debugger angehalten</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source> on CPU %1</source>
        <translation> auf CPU %1</translation>
    </message>
    <message>
        <source>, by unreliable frames only</source>
        <translation>, nur nach unsicheren Frames</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>, Zeile %1</translation>
    </message>
    <message>
        <source>who likely waits for whom:</source>
        <translation>wer vermutlich auf wen wartet:</translation>
    </message>
    <message>
        <source>%1 (owns the %2, line %3)</source>
        <translation>%1 (hält: %2, Zeile %3)</translation>
    </message>
    <message>
        <source>%1 (commits the journal, line %2)</source>
        <translation>%1 (schreibt das Journal fest, Zeile %2)</translation>
    </message>
    <message>
        <source>: a circle</source>
        <translation>: ein Kreis</translation>
    </message>
    <message>
        <source>No task dump was found.</source>
        <translation>Es wurde kein Task-Dump gefunden.</translation>
    </message>
    <message>
        <source>, guest time %1 s</source>
        <translation>, Gastzeit %1 s</translation>
    </message>
    <message>
        <source>did not move (%1):</source>
        <translation>nicht vom Fleck gekommen (%1):</translation>
    </message>
    <message>
        <source>moved (%1):</source>
        <translation>weitergekommen (%1):</translation>
    </message>
    <message>
        <source>only in the second (%1):</source>
        <translation>nur im zweiten (%1):</translation>
    </message>
    <message>
        <source>only in the first (%1):</source>
        <translation>nur im ersten (%1):</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>lines that look like parts of a dump and could not be read: %1</source>
        <translation>Zeilen, die nach einem Dump aussehen und nicht lesbar waren: %1</translation>
    </message>
    <message>
        <source>messages that the kernel itself says it dropped: %1</source>
        <translation>Meldungen, die der Kernel nach eigener Aussage verworfen hat: %1</translation>
    </message>
    <message>
        <source>, tasks: %1</source>
        <translation>, Tasks: %1</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>evidence:</source>
        <translation>Belege:</translation>
    </message>
    <message>
        <source>This domain has no disk that could be found.</source>
        <translation>Bei dieser Domain war keine Platte zu finden.</translation>
    </message>
    <message>
        <source>Stale: the last answer came at %1.</source>
        <translation>Veraltet: die letzte Antwort kam um %1.</translation>
    </message>
    <message>
        <source>%1 on %2 (%3), %4</source>
        <translation>%1 auf %2 (%3), %4</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>side channels:</source>
        <translation>Nebenkanäle:</translation>
    </message>
    <message>
        <source>also on it:</source>
        <translation>auch darauf:</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>transport</name>
    <message>
        <source>The way to the host was closed from its far end</source>
        <translation>Der Weg zum Host wurde vom anderen Ende geschlossen</translation>
    </message>
    <message>
        <source>The way to the host ended: %1</source>
        <translation>Der Weg zum Host endete: %1</translation>
    </message>
    <message>
        <source>The far side no longer takes input</source>
        <translation>Die Gegenseite nimmt keine Eingaben mehr an</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Es kam nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <source>The host&apos;s key could not be saved: %1</source>
        <translation>Der Schlüssel des Hosts ließ sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>No pipes are left on this machine: %1</source>
        <translation>Auf diesem Rechner sind keine Pipes mehr frei: %1</translation>
    </message>
    <message>
        <source>The program could not be started: %1</source>
        <translation>Das Programm ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2. Is the SSH server running there, and is the port right?</source>
        <translation>%1 lehnt Verbindungen auf Port %2 ab. Läuft dort der SSH-Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2. Is it up, and does a firewall or a missing VPN stand between?</source>
        <translation>%1 antwortet auf Port %2 nicht. Läuft er, und steht eine Firewall oder ein fehlendes VPN dazwischen?</translation>
    </message>
    <message>
        <source>There is no route to %1. Is the network or VPN up?</source>
        <translation>Es gibt keine Route zu %1. Sind Netz und VPN aktiv?</translation>
    </message>
    <message>
        <source>%1 could not be reached on port %2: %3</source>
        <translation>%1 war auf Port %2 nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>The name %1 was not resolved in time. Does the name server answer?</source>
        <translation>Der Name %1 wurde nicht rechtzeitig aufgelöst. Antwortet der Nameserver?</translation>
    </message>
    <message>
        <source>The name %1 could not be resolved: %2</source>
        <translation>Der Name %1 ließ sich nicht auflösen: %2</translation>
    </message>
    <message>
        <source>The path of the socket is too long</source>
        <translation>Der Pfad des Sockets ist zu lang</translation>
    </message>
    <message>
        <source>The socket could not be opened: %1</source>
        <translation>Der Socket ließ sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>No sockets are left on this machine: %1</source>
        <translation>Auf diesem Rechner sind keine Sockets mehr frei: %1</translation>
    </message>
    <message>
        <source>The SSH agent gave no proper answer</source>
        <translation>Der SSH-Agent gab keine ordentliche Antwort</translation>
    </message>
    <message>
        <source>the agent does not answer</source>
        <translation>der Agent antwortet nicht</translation>
    </message>
    <message>
        <source>the agent does not sign with key %1</source>
        <translation>der Agent signiert nicht mit dem Schlüssel %1</translation>
    </message>
    <message>
        <source>agent key %1 refused</source>
        <translation>Schlüssel %1 des Agents abgelehnt</translation>
    </message>
    <message>
        <source>key %1 refused</source>
        <translation>Schlüssel %1 abgelehnt</translation>
    </message>
    <message>
        <source>key %1 not unlocked: no passphrase</source>
        <translation>Schlüssel %1 nicht entsperrt: keine Passphrase</translation>
    </message>
    <message>
        <source>key %1 not unlocked: wrong passphrase</source>
        <translation>Schlüssel %1 nicht entsperrt: falsche Passphrase</translation>
    </message>
    <message>
        <source>keyboard-interactive refused</source>
        <translation>keyboard-interactive abgelehnt</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>Passwort abgelehnt</translation>
    </message>
    <message>
        <source>%1 was not let in: %2</source>
        <translation>%1 wurde nicht eingelassen: %2</translation>
    </message>
    <message>
        <source>no key was found</source>
        <translation>kein Schlüssel gefunden</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; no password was given</source>
        <translation>%1; kein Passwort angegeben</translation>
    </message>
    <message>
        <source>%1 was not let in. Tried: %2. The host accepts: %3. Is the user name right? Load the key with ssh-add, or name it as IdentityFile in ~/.ssh/config.</source>
        <translation>%1 wurde nicht eingelassen. Versucht: %2. Der Host akzeptiert: %3. Stimmt der Benutzername? Laden Sie den Schlüssel mit ssh-add, oder nennen Sie ihn als IdentityFile in ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The host did not open a channel in time</source>
        <translation>Der Host öffnete nicht rechtzeitig einen Kanal</translation>
    </message>
    <message>
        <source>The SSH server opens no channel: %1. It may not allow it (AllowTcpForwarding, AllowStreamLocalForwarding, MaxSessions), or there is nothing at the far end.</source>
        <translation>Der SSH-Server öffnet keinen Kanal: %1. Vielleicht erlaubt er es nicht (AllowTcpForwarding, AllowStreamLocalForwarding, MaxSessions), oder am anderen Ende ist nichts.</translation>
    </message>
    <message>
        <source>The ssh program is missing, which reads the SSH configuration. Install the OpenSSH client (package openssh-client).</source>
        <translation>Das Programm ssh fehlt, das die SSH-Konfiguration liest. Installieren Sie den OpenSSH-Client (Paket openssh-client).</translation>
    </message>
    <message>
        <source>The SSH configuration could not be read in time. Does &quot;ssh -G %1&quot; end?</source>
        <translation>Die SSH-Konfiguration ließ sich nicht rechtzeitig lesen. Endet „ssh -G %1“?</translation>
    </message>
    <message>
        <source>ssh does not understand its configuration: %1</source>
        <translation>ssh versteht seine Konfiguration nicht: %1</translation>
    </message>
    <message>
        <source>The key of %1 is marked as revoked: %2 (%3)</source>
        <translation>Der Schlüssel von %1 ist als widerrufen markiert: %2 (%3)</translation>
    </message>
    <message>
        <source>If the host was installed anew, remove the old key with: ssh-keygen -R &quot;%1&quot;. If not, somebody may stand between.</source>
        <translation>Wurde der Host neu installiert, entfernen Sie den alten Schlüssel mit: ssh-keygen -R &quot;%1&quot;. Wenn nicht, steht vielleicht jemand dazwischen.</translation>
    </message>
    <message>
        <source>The key of %1 has changed. It offers %2 (%3); known is %4. %5</source>
        <translation>Der Schlüssel von %1 hat sich geändert. Er zeigt %2 (%3); bekannt ist %4. %5</translation>
    </message>
    <message>
        <source>%1 offers a key of another type than those known: %2 (%3); known is %4. %5</source>
        <translation>%1 zeigt einen Schlüssel anderer Art als die bekannten: %2 (%3); bekannt ist %4. %5</translation>
    </message>
    <message>
        <source>The host offers no key that can be checked</source>
        <translation>Der Host zeigt keinen prüfbaren Schlüssel</translation>
    </message>
    <message>
        <source>The key of %1 is not known, and StrictHostKeyChecking forbids to ask: %2 (%3). Add it with ssh-keyscan once you have checked it.</source>
        <translation>Der Schlüssel von %1 ist nicht bekannt, und StrictHostKeyChecking verbietet zu fragen: %2 (%3). Fügen Sie ihn mit ssh-keyscan hinzu, sobald Sie ihn geprüft haben.</translation>
    </message>
    <message>
        <source>The key of %1 is not known and was not accepted: %2 (%3)</source>
        <translation>Der Schlüssel von %1 ist nicht bekannt und wurde nicht angenommen: %2 (%3)</translation>
    </message>
    <message>
        <source>The jump hosts (ProxyJump) lead in a circle</source>
        <translation>Die Sprung-Hosts (ProxyJump) führen im Kreis</translation>
    </message>
    <message>
        <source>By way of %1: %2</source>
        <translation>Über %1: %2</translation>
    </message>
    <message>
        <source>The host accepted the connection and then said nothing. Is it overloaded, or is that not an SSH server?</source>
        <translation>Der Host nahm die Verbindung an und sagte dann nichts. Ist er überlastet, oder ist das kein SSH-Server?</translation>
    </message>
    <message>
        <source>The host closed the connection. Did it restart, or does it limit connections?</source>
        <translation>Der Host schloss die Verbindung. Startet er neu, oder begrenzt er die Verbindungen?</translation>
    </message>
    <message>
        <source>SSH: %1</source>
        <translation>SSH: %1</translation>
    </message>
    <message>
        <source>The host has said nothing for 10 s. Is it hung, or is the network down?</source>
        <translation>Der Host hat seit 10 s nichts gesagt. Hängt er, oder ist das Netz weg?</translation>
    </message>
    <message>
        <source>no name server has answered yet what %1 is</source>
        <translation>noch hat kein Nameserver geantwortet, was %1 ist</translation>
    </message>
    <message>
        <source>nothing has answered yet at port %2 of %1: is it up, and does a firewall or a missing VPN stand between?</source>
        <translation>an Port %2 von %1 hat noch nichts geantwortet: Läuft der Host, und steht eine Firewall oder ein fehlendes VPN dazwischen?</translation>
    </message>
    <message>
        <source>it has not reached port %2 of %1 yet</source>
        <translation>er hat Port %2 von %1 noch nicht erreicht</translation>
    </message>
    <message>
        <source>the ProxyCommand has not led to the host yet</source>
        <translation>der ProxyCommand hat noch nicht zum Host geführt</translation>
    </message>
    <message>
        <source>%1 is not connected yet: %2</source>
        <translation>%1 ist noch nicht verbunden: %2</translation>
    </message>
    <message>
        <source>&quot;ssh -G&quot; has not told its configuration yet</source>
        <translation>„ssh -G“ hat seine Konfiguration noch nicht genannt</translation>
    </message>
    <message>
        <source>the list of known hosts has not been read yet</source>
        <translation>die Liste der bekannten Hosts ist noch nicht gelesen</translation>
    </message>
    <message>
        <source>it took the connection and has not said enough yet. Is it overloaded or stopped, or is that not an SSH server?</source>
        <translation>er hat die Verbindung angenommen und noch nicht genug gesagt. Ist er überlastet oder angehalten, oder ist das kein SSH-Server?</translation>
    </message>
    <message>
        <source>the login has not ended yet</source>
        <translation>die Anmeldung ist noch nicht zu Ende</translation>
    </message>
    <message>
        <source>the attempt was given up when nobody waited for it any more</source>
        <translation>der Versuch wurde aufgegeben, als niemand mehr auf ihn wartete</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 k/s</source>
        <translation>%1 k/s</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1 KiB/s</translation>
    </message>
    <message>
        <source>%1 MiB/s</source>
        <translation>%1 MiB/s</translation>
    </message>
    <message>
        <source>%1 GiB/s</source>
        <translation>%1 GiB/s</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more bytes on this line</source>
        <translation>
            <numerusform>… und %n weiteres Byte in dieser Zeile</numerusform>
            <numerusform>… und %n weitere Bytes in dieser Zeile</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>waits</name>
    <message>
        <source>block device</source>
        <translation>Blockgerät</translation>
    </message>
    <message>
        <source>file system journal</source>
        <translation>Journal des Dateisystems</translation>
    </message>
    <message>
        <source>NFS server</source>
        <translation>NFS-Server</translation>
    </message>
    <message>
        <source>FUSE or virtio-fs</source>
        <translation>FUSE oder virtio-fs</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>memory reclaim</source>
        <translation>Speicherrückgewinnung</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>no work</source>
        <translation>keine Arbeit</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>tasks without a heading</source>
        <translation>Tasks ohne Überschrift</translation>
    </message>
    <message>
        <source> (owns the %1)</source>
        <translation> (hält: %1)</translation>
    </message>
    <message>
        <source> (commits the journal)</source>
        <translation> (schreibt das Journal fest)</translation>
    </message>
    <message>
        <source>%1: a circle</source>
        <translation>%1: ein Kreis</translation>
    </message>
</context>
</TS>
