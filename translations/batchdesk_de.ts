<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Batchdesk</source>
        <translation>Über Batchdesk</translation>
    </message>
    <message>
        <source>Batchdesk %1</source>
        <translation>Batchdesk %1</translation>
    </message>
    <message>
        <source>Sends requests to LLM Batch APIs, follows them, and accounts for every row.

Your data lies in %1. Keys are kept in the system&apos;s keychain. Nothing is sent to anybody but the providers you connect.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty. Built on Qt %2, KDE Frameworks, SQLite, simdjson and QtKeychain.</source>
        <translation>Sendet Anfragen an Batch-APIs von Sprachmodellen, verfolgt sie und gibt über jede Zeile Rechenschaft.

Ihre Daten liegen in %1. Schlüssel werden im Schlüsselbund des Systems aufbewahrt. Niemand außer den Anbietern, die Sie verbinden, bekommt etwas gesendet.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewähr. Gebaut mit Qt %2, KDE Frameworks, SQLite, simdjson und QtKeychain.</translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <source>Write requests by hand, or paste them</source>
        <translation>Anfragen von Hand schreiben oder einfügen</translation>
    </message>
    <message>
        <source>&amp;Open Files…</source>
        <translation>Dateien ö&amp;ffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Start runs from JSONL files</source>
        <translation>Läufe aus JSONL-Dateien beginnen</translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation>&amp;Entwürfe</translation>
    </message>
    <message>
        <source>Back to the runs that are being prepared</source>
        <translation>Zurück zu den Läufen, die vorbereitet werden</translation>
    </message>
    <message>
        <source>&amp;Export Results…</source>
        <translation>Ergebnisse e&amp;xportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Save the results as CSV or JSONL</source>
        <translation>Ergebnisse als CSV oder JSONL speichern</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window; runs go on at the provider</source>
        <translation>Fenster schließen; beim Anbieter gehen die Läufe weiter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation>Diesen Lauf zeigen</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>Lauf abbre&amp;chen</translation>
    </message>
    <message>
        <source>Ask the provider to stop; what was answered by then is fetched</source>
        <translation>Den Anbieter bitten aufzuhören; was bis dahin beantwortet ist, wird abgeholt</translation>
    </message>
    <message>
        <source>Check &amp;Now</source>
        <translation>Jetzt &amp;nachsehen</translation>
    </message>
    <message>
        <source>Ask the provider for the state now</source>
        <translation>Den Anbieter jetzt nach dem Stand fragen</translation>
    </message>
    <message>
        <source>&amp;Submit Again</source>
        <translation>Erneut ab&amp;senden</translation>
    </message>
    <message>
        <source>Send a run that was not taken</source>
        <translation>Einen Lauf senden, der nicht angenommen wurde</translation>
    </message>
    <message>
        <source>&amp;Delete Run</source>
        <translation>Lauf &amp;löschen</translation>
    </message>
    <message>
        <source>Move the run to the bin; this can be undone</source>
        <translation>Den Lauf in den Papierkorb legen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Copy &amp;Batch Id</source>
        <translation>&amp;Batch-Kennung kopieren</translation>
    </message>
    <message>
        <source>Copy the provider&apos;s id of the batch</source>
        <translation>Die Kennung des Batches beim Anbieter kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Search what is shown</source>
        <translation>In dem suchen, was gezeigt wird</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>Zurück zu den Läufen</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Move to the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>&amp;Verbindungen&#xa0;…</translation>
    </message>
    <message>
        <source>Providers, their addresses and keys</source>
        <translation>Anbieter, ihre Adressen und Schlüssel</translation>
    </message>
    <message>
        <source>&amp;About Batchdesk</source>
        <translation>Ü&amp;ber Batchdesk</translation>
    </message>
    <message>
        <source>Version, licence and where your data is</source>
        <translation>Version, Lizenz und wo Ihre Daten sind</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a button does, then its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ansi&amp;cht</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Fetch Partial Results</source>
        <translation>Bisherige Ergebnisse ab&amp;holen</translation>
    </message>
    <message>
        <source>Fetch what was answered so far; the run goes on</source>
        <translation>Abholen, was bisher beantwortet ist; der Lauf geht weiter</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>S&amp;tart Run</source>
        <translation>Lauf s&amp;tarten</translation>
    </message>
    <message>
        <source>Start the batch that waits at the provider</source>
        <translation>Den Batch starten, der beim Anbieter wartet</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>&amp;Add Requests…</source>
        <translation>Anfragen hinzu&amp;fügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add the requests of a file to a batch that was not begun</source>
        <translation>Die Anfragen einer Datei einem Batch hinzufügen, der nicht begonnen wurde</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>At the &amp;Provider</source>
        <translation>Beim &amp;Anbieter</translation>
    </message>
    <message>
        <source>See the batches that are at a provider, and follow those of others</source>
        <translation>Sehen, welche Batches bei einem Anbieter sind, und fremde verfolgen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Verfolgen</translation>
    </message>
    <message>
        <source>Follow this batch here, as a run without its requests</source>
        <translation>Diesen Batch hier verfolgen, als Lauf ohne seine Anfragen</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Follow with &amp;Input File…</source>
        <translation>Mit &amp;Eingabedatei verfolgen&#xa0;…</translation>
    </message>
    <message>
        <source>Follow this batch together with the file of requests that it was made of</source>
        <translation>Diesen Batch zusammen mit der Anfragedatei verfolgen, aus der er gemacht wurde</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the provider for its batches again</source>
        <translation>Den Anbieter noch einmal nach seinen Batches fragen</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>S&amp;chlagwörter …</translation>
    </message>
    <message>
        <source>Give runs words to find them by</source>
        <translation>Läufen Wörter geben, unter denen sie zu finden sind</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>Move to the part of the window before this one</source>
        <translation>Zum Teil des Fensters vor diesem gehen</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>Find a command, a run, a connection or a draft by its name</source>
        <translation>Einen Befehl, einen Lauf, eine Verbindung oder einen Entwurf nach Namen finden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Notifications, folders, network, appearance, shortcuts</source>
        <translation>Benachrichtigungen, Ordner, Netz, Darstellung, Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>Alle Tasten und was sie tun</translation>
    </message>
    <message>
        <source>Submit &amp;Problems Again…</source>
        <translation>&amp;Probleme erneut absenden …</translation>
    </message>
    <message>
        <source>Prepare a new run of the requests without a good answer; nothing is sent yet</source>
        <translation>Einen neuen Lauf aus den Anfragen ohne gute Antwort vorbereiten; noch wird nichts gesendet</translation>
    </message>
    <message>
        <source>Runs by &amp;Day</source>
        <translation>Läufe nach &amp;Tagen</translation>
    </message>
    <message>
        <source>Show how the runs of the last weeks ended, or hide it</source>
        <translation>Zeigt, wie die Läufe der letzten Wochen endeten, oder blendet es aus</translation>
    </message>
    <message>
        <source>Ctrl+Shift+B</source>
        <translation>Ctrl+Shift+B</translation>
    </message>
</context>
<context>
    <name>AddRequestsDialog</name>
    <message>
        <source>&amp;Add Requests</source>
        <translation>Anfragen hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Add Requests</source>
        <translation>Anfragen hinzufügen</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>%1. They cannot be added: preflight found errors.</source>
        <extracomment>%1 is such as &quot;20 requests, 3 MiB&quot;</extracomment>
        <translation>%1. Sie lassen sich nicht hinzufügen: Die Vorprüfung fand Fehler.</translation>
    </message>
    <message>
        <source>There are no requests in this file.</source>
        <translation>In dieser Datei sind keine Anfragen.</translation>
    </message>
    <message>
        <source>%1. They go behind those that the run has, and may cost money.</source>
        <translation>%1. Sie kommen hinter die, die der Lauf hat, und können Geld kosten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), %1</source>
        <translation>
            <numerusform>%Ln Anfrage, %1</numerusform>
            <numerusform>%Ln Anfragen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %Ln Request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage hinzu&amp;fügen</numerusform>
            <numerusform>%Ln Anfragen hinzu&amp;fügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerModel</name>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>the label that was chosen among several; the mark stands for &quot;chosen&quot;</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>From %1 to %2 characters</source>
        <translation>Von %1 auf %2 Zeichen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts wurde gefunden</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>Scores of the labels</source>
        <translation>Werte der Labels</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Begründung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entity(s)</source>
        <translation>
            <numerusform>%Ln Entität</numerusform>
            <numerusform>%Ln Entitäten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>&amp;Own font for JSON:</source>
        <translation>&amp;Eigene Schrift für JSON:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Font for JSON</source>
        <translation>Schrift für JSON</translation>
    </message>
    <message>
        <source>as the system: %1</source>
        <extracomment>%1 is the name of a language</extracomment>
        <translation>wie das System: %1</translation>
    </message>
    <message>
        <source>Co&amp;lours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a span of numbers, both included</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>of one bar: what it is of, how many, and their share: &quot;20 to 29: 412 (12.5 %)&quot;</extracomment>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>BatchState</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation>Wartet hier</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Wird abgesendet</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird fertiggestellt</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>This is not possible while the batch is in state &quot;%1&quot;</source>
        <translation>Das geht nicht, solange der Batch im Zustand „%1“ ist</translation>
    </message>
</context>
<context>
    <name>Batchctl</name>
    <message>
        <source>Plain http is accepted for this computer only (127.0.0.1); use https</source>
        <translation>Unverschlüsseltes http geht nur auf diesem Rechner (127.0.0.1); nehmen Sie https</translation>
    </message>
    <message>
        <source>This profile needs the provider&apos;s address</source>
        <translation>Dieses Profil braucht die Adresse des Anbieters</translation>
    </message>
    <message>
        <source>Settings are given as KEY=VALUE</source>
        <translation>Einstellungen werden als KEY=VALUE angegeben</translation>
    </message>
    <message>
        <source>Say where the key is: one of --key-stdin, --key-env VAR, --no-key</source>
        <translation>Sagen Sie, wo der Schlüssel ist: --key-stdin, --key-env VAR oder --no-key</translation>
    </message>
    <message>
        <source>The provider; see batchctl profiles.</source>
        <translation>Der Anbieter; siehe batchctl profiles.</translation>
    </message>
    <message>
        <source>The provider&apos;s address, as its own SDK takes it.</source>
        <translation>Die Adresse des Anbieters, wie sein eigenes SDK sie nimmt.</translation>
    </message>
    <message>
        <source>Read the key from standard input and store it in the keychain.</source>
        <translation>Den Schlüssel von der Standardeingabe lesen und im Schlüsselbund ablegen.</translation>
    </message>
    <message>
        <source>Read the key from this environment variable at each use.</source>
        <translation>Den Schlüssel bei jedem Gebrauch aus dieser Umgebungsvariablen lesen.</translation>
    </message>
    <message>
        <source>The provider needs no key.</source>
        <translation>Der Anbieter braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Override a setting of the profile.</source>
        <translation>Eine Einstellung des Profils überschreiben.</translation>
    </message>
    <message>
        <source>Seconds between looks at a batch: least and most.</source>
        <translation>Sekunden zwischen zwei Abfragen eines Batches: mindestens und höchstens.</translation>
    </message>
    <message>
        <source>Standard input held no key</source>
        <translation>Die Standardeingabe enthielt keinen Schlüssel</translation>
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
        <source>%1 is too large to be read here</source>
        <translation>%1 ist zu groß, um hier gelesen zu werden</translation>
    </message>
    <message>
        <source>The status is a number from 100 to 599</source>
        <translation>Der Status ist eine Zahl von 100 bis 599</translation>
    </message>
    <message>
        <source>A header is given as NAME: VALUE</source>
        <translation>Ein Header wird als NAME: VALUE angegeben</translation>
    </message>
    <message>
        <source>The reply&apos;s status; default 200, for an error the number in the file&apos;s name, else 400.</source>
        <translation>Der Status der Antwort; sonst 200, bei einem Fehler die Zahl im Namen der Datei, sonst 400.</translation>
    </message>
    <message>
        <source>A header of the reply; may be repeated.</source>
        <translation>Ein Header der Antwort; kann mehrmals stehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of reply; there are %2</source>
        <translation>„%1“ ist keine Art von Antwort; es gibt %2</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;; see batchctl profiles</source>
        <translation>Es gibt kein Profil „%1“; siehe batchctl profiles</translation>
    </message>
    <message>
        <source>The wire format %1 has no such reply</source>
        <translation>Das Format %1 hat keine solche Antwort</translation>
    </message>
    <message>
        <source>it was created, and is followed now</source>
        <translation>er wurde angelegt und wird jetzt verfolgt</translation>
    </message>
    <message>
        <source>not in the provider&apos;s list so far; it is looked for again</source>
        <translation>bisher nicht in der Liste des Anbieters; er wird wieder gesucht</translation>
    </message>
    <message>
        <source>look at the provider yourself; batchctl submit --again sends it once more</source>
        <translation>sehen Sie selbst beim Anbieter nach; batchctl submit --again sendet noch einmal</translation>
    </message>
    <message>
        <source>Look as often as there is hope to find it.</source>
        <translation>So oft nachsehen, wie Hoffnung besteht, ihn zu finden.</translation>
    </message>
    <message>
        <source>No submission is in doubt</source>
        <translation>Kein Absenden ist ungewiss</translation>
    </message>
    <message>
        <source>Say at which connection</source>
        <translation>Sagen Sie, bei welcher Verbindung</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;</source>
        <translation>Es gibt keine Verbindung „%1“</translation>
    </message>
    <message>
        <source>The limit is a number from 1</source>
        <translation>Die Grenze ist eine Zahl ab 1</translation>
    </message>
    <message>
        <source>Whose batches; see batchctl connection list.</source>
        <translation>Wessen Batches; siehe batchctl connection list.</translation>
    </message>
    <message>
        <source>Print at most that many batches; default 20.</source>
        <translation>Höchstens so viele Batches ausgeben; sonst 20.</translation>
    </message>
    <message>
        <source>Go on after the batch with this id.</source>
        <translation>Hinter dem Batch mit dieser Kennung weitermachen.</translation>
    </message>
    <message>
        <source>Only batches with this status, in the provider&apos;s word or ours.</source>
        <translation>Nur Batches mit diesem Status, im Wort des Anbieters oder in unserem.</translation>
    </message>
    <message>
        <source>Print all there are.</source>
        <translation>Alle ausgeben, die es gibt.</translation>
    </message>
    <message>
        <source>There are more; go on with --after %1</source>
        <translation>Es gibt mehr; weiter mit --after %1</translation>
    </message>
    <message>
        <source>Where the batch is; see batchctl remote.</source>
        <translation>Wo der Batch ist; siehe batchctl remote.</translation>
    </message>
    <message>
        <source>The request file that the batch was made of, so that its rows are in that order and what is missing is seen.</source>
        <translation>Die Anfragedatei, aus der der Batch gemacht wurde, damit die Zeilen deren Reihenfolge haben und Fehlendes auffällt.</translation>
    </message>
    <message>
        <source>The file holds %1 requests, the batch %2: is it the right file?</source>
        <translation>Die Datei enthält %1 Anfragen, der Batch %2: Ist es die richtige Datei?</translation>
    </message>
    <message>
        <source>There is nothing to mend</source>
        <translation>Es gibt nichts auszubessern</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) would be written</source>
        <translation>
            <numerusform>%n Zeile würde geschrieben</numerusform>
            <numerusform>%n Zeilen würden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written</source>
        <translation>
            <numerusform>%n Zeile geschrieben</numerusform>
            <numerusform>%n Zeilen geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, no request can be made of them: line %1</source>
        <translation>
            <numerusform>%n Zeile weggelassen, aus der keine Anfrage werden kann: Zeile %1</numerusform>
            <numerusform>%n Zeilen weggelassen, aus denen keine Anfrage werden kann: Zeile %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what would be done, and write nothing.</source>
        <translation>Sagen, was geschehen würde, und nichts schreiben.</translation>
    </message>
    <message>
        <source>Mend these kinds alone.</source>
        <translation>Nur diese Arten ausbessern.</translation>
    </message>
    <message>
        <source>Leave these kinds as they are.</source>
        <translation>Diese Arten lassen, wie sie sind.</translation>
    </message>
    <message>
        <source>Say where to write</source>
        <translation>Sagen Sie, wohin geschrieben wird</translation>
    </message>
    <message>
        <source>This is no number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The provider counts otherwise; see batchctl show</source>
        <translation>Der Anbieter zählt anders; siehe batchctl show</translation>
    </message>
    <message>
        <source>Only rows with one of these outcomes.</source>
        <translation>Nur Zeilen mit einem dieser Ausgänge.</translation>
    </message>
    <message>
        <source>Only rows whose content has this text, in any case.</source>
        <translation>Nur Zeilen, deren Inhalt diesen Text hat, groß oder klein.</translation>
    </message>
    <message>
        <source>Only rows whose content fits this regular expression.</source>
        <translation>Nur Zeilen, deren Inhalt zu diesem regulären Ausdruck passt.</translation>
    </message>
    <message>
        <source>Leave out that many rows first.</source>
        <translation>So viele Zeilen zuerst auslassen.</translation>
    </message>
    <message>
        <source>Print at most that many rows.</source>
        <translation>Höchstens so viele Zeilen ausgeben.</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>Die Datei, die geschrieben wird.</translation>
    </message>
    <message>
        <source>CSV: fields of results, or JSON Pointers such as /response/body/id or request:/body/model.</source>
        <translation>CSV: Felder von results, oder JSON-Pointer wie /response/body/id oder request:/body/model.</translation>
    </message>
    <message>
        <source>CSV: between cells, default a comma.</source>
        <translation>CSV: zwischen den Zellen, sonst ein Komma.</translation>
    </message>
    <message>
        <source>CSV: begin with a byte order mark, as some spreadsheets want.</source>
        <translation>CSV: mit einer Bytereihenfolge-Marke beginnen, wie manche Tabellenprogramme sie wollen.</translation>
    </message>
    <message>
        <source>CSV: do not guard cells that a spreadsheet would run as formulas.</source>
        <translation>CSV: Zellen nicht sichern, die ein Tabellenprogramm als Formel ausführen würde.</translation>
    </message>
    <message>
        <source>The delimiter is one character and no quote</source>
        <translation>Das Trennzeichen ist ein Zeichen und kein Anführungszeichen</translation>
    </message>
    <message>
        <source>-o needs --wait</source>
        <translation>-o braucht --wait</translation>
    </message>
    <message>
        <source>Where to send it; see batchctl connection list.</source>
        <translation>Wohin gesendet wird; siehe batchctl connection list.</translation>
    </message>
    <message>
        <source>Name of the run; default: of the file.</source>
        <translation>Name des Laufs; sonst der Datei.</translation>
    </message>
    <message>
        <source>Description of the run.</source>
        <translation>Beschreibung des Laufs.</translation>
    </message>
    <message>
        <source>Completion window such as 24h.</source>
        <translation>Zeitfenster wie 24h.</translation>
    </message>
    <message>
        <source>Metadata for the provider; may be repeated.</source>
        <translation>Metadaten für den Anbieter; kann mehrmals stehen.</translation>
    </message>
    <message>
        <source>Metadata from a file that holds a JSON object.</source>
        <translation>Metadaten aus einer Datei, die ein JSON-Objekt enthält.</translation>
    </message>
    <message>
        <source>Endpoint of the batch; default: the one of the lines.</source>
        <translation>Endpunkt des Batches; sonst der der Zeilen.</translation>
    </message>
    <message>
        <source>Send although the same was sent before.</source>
        <translation>Senden, obwohl dasselbe schon gesendet wurde.</translation>
    </message>
    <message>
        <source>Wait until the results are here.</source>
        <translation>Warten, bis die Ergebnisse hier sind.</translation>
    </message>
    <message>
        <source>With --wait: export to this .csv or .jsonl file.</source>
        <translation>Mit --wait: in diese .csv- oder .jsonl-Datei exportieren.</translation>
    </message>
    <message>
        <source>Say where to send it</source>
        <translation>Sagen Sie, wohin gesendet wird</translation>
    </message>
    <message>
        <source>Nothing was sent: the file has errors; see batchctl check</source>
        <translation>Nichts wurde gesendet: Die Datei hat Fehler; siehe batchctl check</translation>
    </message>
    <message>
        <source>While the run is under way: what is there so far.</source>
        <translation>Während der Lauf unterwegs ist: was bisher da ist.</translation>
    </message>
    <message>
        <source>Still under way; with --partial what is there so far is fetched</source>
        <translation>Noch unterwegs; mit --partial wird abgeholt, was bisher da ist</translation>
    </message>
    <message>
        <source>Nothing was added: the file has errors; see batchctl check</source>
        <translation>Nichts wurde hinzugefügt: Die Datei hat Fehler; siehe batchctl check</translation>
    </message>
    <message>
        <source>Only those with this status, in the provider&apos;s own word such as pending, completed or failed.</source>
        <translation>Nur die mit diesem Status, im Wort des Anbieters wie pending, completed oder failed.</translation>
    </message>
    <message>
        <source>Print at most that many requests; default: all.</source>
        <translation>Höchstens so viele Anfragen ausgeben; sonst alle.</translation>
    </message>
    <message>
        <source>Go on after the request with this id.</source>
        <translation>Hinter der Anfrage mit dieser Kennung weitermachen.</translation>
    </message>
    <message>
        <source>Where batches are started: fill it and do not start it; see start.</source>
        <translation>Wo Batches gestartet werden: füllen und nicht starten; siehe start.</translation>
    </message>
    <message>
        <source>Batches of this provider start by themselves</source>
        <translation>Batches dieses Anbieters starten von selbst</translation>
    </message>
    <message>
        <source>Only rows that fit this search, with conditions such as error:rate_limit, finish=length, tokens&gt;500, id:row-7 or /response/body/id:abc.</source>
        <translation>Nur Zeilen, die zu dieser Suche passen, mit Bedingungen wie error:rate_limit, finish=length, tokens&gt;500, id:row-7 oder /response/body/id:abc.</translation>
    </message>
    <message>
        <source>Where to look for the text: answers (default), requests or both.</source>
        <translation>Wo der Text gesucht wird: answers (Antworten, Vorgabe), requests (Anfragen) oder both (beides).</translation>
    </message>
    <message>
        <source>The place is answers, requests or both</source>
        <translation>Der Ort ist answers, requests oder both</translation>
    </message>
    <message>
        <source>Give one of --match, --regex and --find alone</source>
        <translation>Nur eines von --match, --regex und --find angeben</translation>
    </message>
    <message>
        <source>Give outcomes once: by --outcome or in --find</source>
        <translation>Ausgänge nur einmal angeben: mit --outcome oder in --find</translation>
    </message>
    <message>
        <source>csv, xlsx or jsonl; default: by the file&apos;s name.</source>
        <translation>csv, xlsx oder jsonl; Vorgabe: nach dem Namen der Datei.</translation>
    </message>
    <message>
        <source>JSONL: each request beside its result, for every row.</source>
        <translation>JSONL: jede Anfrage neben ihrem Ergebnis, für jede Zeile.</translation>
    </message>
    <message>
        <source>The format is csv, xlsx or jsonl</source>
        <translation>Das Format ist csv, xlsx oder jsonl</translation>
    </message>
    <message>
        <source>Only JSONL holds requests beside results; in CSV name them as columns such as request:/body</source>
        <translation>Nur JSONL enthält Anfragen neben Ergebnissen; in CSV nennen Sie sie als Spalten wie request:/body</translation>
    </message>
    <message>
        <source>The name must end in .csv, .xlsx or .jsonl</source>
        <translation>Der Name muss auf .csv, .xlsx oder .jsonl enden</translation>
    </message>
    <message>
        <source>The mended copy to write, never compressed.</source>
        <translation>Die reparierte Kopie, die geschrieben wird, nie komprimiert.</translation>
    </message>
    <message>
        <source>What is written is not compressed: choose a name that ends in .jsonl</source>
        <translation>Geschrieben wird unkomprimiert: Wählen Sie einen Namen, der auf .jsonl endet</translation>
    </message>
    <message>
        <source>Give a number from 1</source>
        <translation>Geben Sie eine Zahl ab 1 an</translation>
    </message>
    <message>
        <source>Put this limit into requests that have messages and name none, which the provider may demand (finding missing_max_tokens).</source>
        <translation>Diese Grenze in Anfragen einsetzen, die Nachrichten haben und keine nennen, was der Anbieter verlangen kann (Befund missing_max_tokens).</translation>
    </message>
    <message>
        <source>Only runs with this tag; may be repeated: with all of them.</source>
        <translation>Nur Läufe mit diesem Schlagwort; mehrfach möglich: mit allen.</translation>
    </message>
    <message>
        <source>A word of yours to find the run by; may be repeated. It stays here.</source>
        <translation>Ein eigenes Wort, unter dem sich der Lauf finden lässt; mehrfach möglich. Es bleibt hier.</translation>
    </message>
    <message>
        <source>--unknown shows all of them; leave out the search</source>
        <translation>--unknown zeigt alle; lassen Sie die Suche weg</translation>
    </message>
    <message>
        <source>In place of rows: the provider&apos;s lines that answer no request of the run.</source>
        <translation>Statt der Zeilen: die Zeilen des Anbieters, die keine Anfrage des Laufs beantworten.</translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Es gibt noch nichts zu zählen.</translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation>Die Zeilen werden gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>Diese Zeilen zeigen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), each with one outcome.</source>
        <translation>
            <numerusform>%Ln Anfrage mit genau einem Ausgang.</numerusform>
            <numerusform>%Ln Anfragen, jede mit genau einem Ausgang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counts do not add up to %Ln request(s).</source>
        <translation>
            <numerusform>Die Zählung ergibt nicht %Ln Anfrage.</numerusform>
            <numerusform>Die Zählung ergibt nicht %Ln Anfragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) for an id that had one already.</source>
        <translation>
            <numerusform>%Ln Ergebnis zu einer Kennung, die schon eines hatte.</numerusform>
            <numerusform>%Ln Ergebnisse zu Kennungen, die schon eines hatten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) with an id that was not asked for.</source>
        <translation>
            <numerusform>%Ln Ergebnis mit einer Kennung, nach der nicht gefragt war.</numerusform>
            <numerusform>%Ln Ergebnisse mit Kennungen, nach denen nicht gefragt war.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider counts otherwise.</source>
        <translation>Der Anbieter zählt anders.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>name of a button: what it does, and of which picture</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The figures are in the clipboard.</source>
        <translation>Die Zahlen sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Drawing (*.svg);;Picture (*.png)</source>
        <extracomment>kinds of files in a dialog</extracomment>
        <translation>Zeichnung (*.svg);;Bild (*.png)</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage: batchdesk [options] [files...]</source>
        <translation>Aufruf: batchdesk [Optionen] [Dateien...]</translation>
    </message>
    <message>
        <source>Sends requests to LLM Batch APIs and follows them. Files are opened as new runs.</source>
        <translation>Sendet Anfragen an Batch-APIs von Sprachmodellen und verfolgt sie. Dateien werden als neue Läufe geöffnet.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Use the library in this folder.</source>
        <translation>Die Bibliothek in diesem Ordner benutzen.</translation>
    </message>
    <message>
        <source>Save a picture of the window and end.</source>
        <translation>Ein Bild des Fensters speichern und enden.</translation>
    </message>
    <message>
        <source>JSONL files to start runs from.</source>
        <translation>JSONL-Dateien, mit denen Läufe beginnen.</translation>
    </message>
    <message>
        <source>Page to take the picture of: runs, run, new or remote.</source>
        <translation>Seite, von der das Bild gemacht wird: runs, run, new oder remote.</translation>
    </message>
    <message>
        <source>--picture-page is runs, run, new or remote, not “%1”.</source>
        <translation>--picture-page ist runs, run, new oder remote, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command, run, connection or draft</source>
        <translation>Befehl, Lauf, Verbindung oder Entwurf</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <extracomment>an entry of a list, then its place in it</extracomment>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>an entry of a list with what is said of it, then its place in it</extracomment>
        <translation>%1, %2, %3 von %4</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <extracomment>what came back with an answer of any kind</extracomment>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Counts here and at the provider</source>
        <translation>Zahlen hier und beim Anbieter</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>%1: %2 here, %3 at the provider</source>
        <extracomment>name of a count, what is counted here, and what the provider counts</extracomment>
        <translation>%1: %2 hier, %3 beim Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more here</source>
        <translation>
            <numerusform>%Ln mehr hier</numerusform>
            <numerusform>%Ln mehr hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer here</source>
        <translation>
            <numerusform>%Ln weniger hier</numerusform>
            <numerusform>%Ln weniger hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeForm</name>
    <message>
        <source>Kind of request</source>
        <translation>Art der Anfrage</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>A&amp;rt:</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>M&amp;odell:</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>S&amp;ystem:</source>
        <translation>S&amp;ystem:</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>N&amp;utzer:</translation>
    </message>
    <message>
        <source>User message</source>
        <translation>Nachricht des Nutzers</translation>
    </message>
    <message>
        <source>&amp;Instruction:</source>
        <translation>An&amp;weisung:</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>&amp;Temperature:</source>
        <translation>&amp;Temperatur:</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Ma&amp;x tokens:</source>
        <translation>Ma&amp;x. Tokens:</translation>
    </message>
    <message>
        <source>Most tokens of an answer</source>
        <translation>Höchstzahl der Tokens einer Antwort</translation>
    </message>
    <message>
        <source>as the provider has it</source>
        <translation>wie beim Anbieter üblich</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>This request can be edited as JSON only. %1</source>
        <translation>Diese Anfrage lässt sich nur als JSON bearbeiten. %1</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>S&amp;uchen nach:</translation>
    </message>
    <message>
        <source>Entities to look for</source>
        <translation>Entitäten, nach denen gesucht wird</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>La&amp;bels:</translation>
    </message>
    <message>
        <source>Labels to choose from</source>
        <translation>Labels, aus denen gewählt wird</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>When it fits</source>
        <translation>Wann es passt</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
</context>
<context>
    <name>ComposeWords</name>
    <message>
        <source>Row %1 needs a name.</source>
        <translation>Zeile %1 braucht einen Namen.</translation>
    </message>
    <message>
        <source>Say in row %1 when the label fits.</source>
        <translation>Sagen Sie in Zeile %1, wann das Label passt.</translation>
    </message>
    <message>
        <source>Row %1 has a name that is there already.</source>
        <translation>Zeile %1 hat einen Namen, den es schon gibt.</translation>
    </message>
    <message>
        <source>Name at least one entity to look for.</source>
        <translation>Nennen Sie mindestens eine Entität, nach der gesucht wird.</translation>
    </message>
    <message>
        <source>Name at least one label to choose from.</source>
        <translation>Nennen Sie mindestens ein Label zur Auswahl.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extrahieren</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>Klassifizieren</translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation>Es ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>It is too large to edit here.</source>
        <translation>Es ist zu groß, um hier bearbeitet zu werden.</translation>
    </message>
    <message>
        <source>It has no body that is an object.</source>
        <translation>Es hat keinen body, der ein Objekt ist.</translation>
    </message>
    <message>
        <source>There is no form for this sort of request.</source>
        <translation>Für diese Art von Anfrage gibt es kein Formular.</translation>
    </message>
    <message>
        <source>It has several messages.</source>
        <translation>Es hat mehrere Nachrichten.</translation>
    </message>
    <message>
        <source>It has a message of the role “%1”.</source>
        <translation>Es hat eine Nachricht der Rolle „%1“.</translation>
    </message>
    <message>
        <source>A message is not plain text.</source>
        <translation>Eine Nachricht ist kein reiner Text.</translation>
    </message>
    <message>
        <source>The field %1 is not a text.</source>
        <translation>Das Feld %1 ist kein Text.</translation>
    </message>
    <message>
        <source>The field %1 is not a number.</source>
        <translation>Das Feld %1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>The field %1 is not a list of names and texts.</source>
        <translation>Das Feld %1 ist keine Liste von Namen und Texten.</translation>
    </message>
    <message>
        <source>Say which model is to answer.</source>
        <translation>Sagen Sie, welches Modell antworten soll.</translation>
    </message>
    <message>
        <source>Say what to ask.</source>
        <translation>Sagen Sie, was gefragt werden soll.</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>Der Text fehlt.</translation>
    </message>
    <message>
        <source>This is not a number such as 0.7, with a point.</source>
        <translation>Das ist keine Zahl wie 0.7, mit Punkt.</translation>
    </message>
    <message>
        <source>This is not a whole number above 0.</source>
        <translation>Das ist keine ganze Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>A web page answered, not the provider: is the address right, and does the network ask for a log-in?</source>
        <translation>Eine Webseite hat geantwortet, nicht der Anbieter: Stimmt die Adresse, und verlangt das Netz eine Anmeldung?</translation>
    </message>
    <message>
        <source>The provider answers</source>
        <translation>Der Anbieter antwortet</translation>
    </message>
    <message>
        <source>The key is accepted</source>
        <translation>Der Schlüssel wird angenommen</translation>
    </message>
    <message>
        <source>No key is needed</source>
        <translation>Es wird kein Schlüssel gebraucht</translation>
    </message>
    <message>
        <source>The provider has no list of batches; batches are followed all the same</source>
        <translation>Der Anbieter hat keine Liste der Batches; sie werden trotzdem verfolgt</translation>
    </message>
    <message>
        <source>The list of batches can be read</source>
        <translation>Die Liste der Batches ist lesbar</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>as the provider suggests</source>
        <translation>wie vom Anbieter empfohlen</translation>
    </message>
    <message>
        <source>Shortest time between looks</source>
        <translation>Kürzeste Zeit zwischen zwei Abfragen</translation>
    </message>
    <message>
        <source>Longest time between looks</source>
        <translation>Längste Zeit zwischen zwei Abfragen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation>Adresse des Anbieters</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel aufbewahrt wird</translation>
    </message>
    <message>
        <source>In the keychain of this computer</source>
        <translation>Im Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>In memory, until Batchdesk quits</source>
        <translation>Im Speicher, bis Batchdesk beendet wird</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>In einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>No key is needed</source>
        <translation>Es wird kein Schlüssel gebraucht</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation>Name der Umgebungsvariablen</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>&amp;Anbieter:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Addr&amp;ess:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Key &amp;kept:</source>
        <translation>Aufbe&amp;wahrung:</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>Schl&amp;üssel:</translation>
    </message>
    <message>
        <source>&amp;Variable:</source>
        <translation>&amp;Variable:</translation>
    </message>
    <message>
        <source>S&amp;hortest wait:</source>
        <translation>&amp;Kürzeste Zeit:</translation>
    </message>
    <message>
        <source>&amp;Longest wait:</source>
        <translation>&amp;Längste Zeit:</translation>
    </message>
    <message>
        <source>How soon a young batch is looked at again</source>
        <translation>Wie bald ein junger Batch erneut abgefragt wird</translation>
    </message>
    <message>
        <source>How long an old batch waits between looks</source>
        <translation>Wie lange bei einem alten Batch zwischen zwei Abfragen gewartet wird</translation>
    </message>
    <message>
        <source>Give the connection a name</source>
        <translation>Geben Sie der Verbindung einen Namen</translation>
    </message>
    <message>
        <source>This provider needs an address such as https://api.example.com/v1</source>
        <translation>Dieser Anbieter braucht eine Adresse wie https://api.example.com/v1</translation>
    </message>
    <message>
        <source>This is no address such as https://api.example.com/v1</source>
        <translation>Das ist keine Adresse wie https://api.example.com/v1</translation>
    </message>
    <message>
        <source>Plain http is for this computer only (127.0.0.1); use https</source>
        <translation>Unverschlüsseltes http geht nur auf diesem Rechner (127.0.0.1); nehmen Sie https</translation>
    </message>
    <message>
        <source>Name the environment variable that holds the key</source>
        <translation>Nennen Sie die Umgebungsvariable, die den Schlüssel enthält</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Fügen Sie den Schlüssel ein</translation>
    </message>
    <message>
        <source>The longest time between looks is shorter than the shortest</source>
        <translation>Die längste Zeit zwischen zwei Abfragen ist kürzer als die kürzeste</translation>
    </message>
    <message>
        <source>Unchanged; paste a new key to replace it</source>
        <translation>Unverändert; fügen Sie einen neuen Schlüssel ein, um ihn zu ersetzen</translation>
    </message>
    <message>
        <source>%1. The key can be kept in memory until Batchdesk quits.</source>
        <translation>%1. Der Schlüssel kann im Speicher bleiben, bis Batchdesk beendet wird.</translation>
    </message>
    <message>
        <source>Looking for a keychain…</source>
        <translation>Ein Schlüsselbund wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>The key will be kept in %1, never in a file of Batchdesk.</source>
        <translation>Der Schlüssel wird in %1 aufbewahrt, nie in einer Datei von Batchdesk.</translation>
    </message>
    <message>
        <source>The key is written nowhere and must be pasted again after a restart.</source>
        <translation>Der Schlüssel wird nirgends gespeichert und muss nach einem Neustart wieder eingefügt werden.</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is stored. Batchdesk reads it from its own environment at each use.</source>
        <translation>Nur der Name der Variablen wird gespeichert. Batchdesk liest sie bei jedem Gebrauch aus der eigenen Umgebung.</translation>
    </message>
    <message>
        <source>Requests are sent without a key.</source>
        <translation>Anfragen werden ohne Schlüssel gesendet.</translation>
    </message>
    <message>
        <source>If the answer to a submission is lost, the batch is found again in the provider&apos;s list for sure.</source>
        <translation>Geht die Antwort auf eine Einreichung verloren, wird der Batch in der Liste des Anbieters sicher wiedergefunden.</translation>
    </message>
    <message>
        <source>If the answer to a submission is lost, the batch is found again by its name.</source>
        <translation>Geht die Antwort auf eine Einreichung verloren, wird der Batch an seinem Namen wiedergefunden.</translation>
    </message>
    <message>
        <source>If the answer to a submission is lost, the batch can be looked for by time and size only: you will be asked.</source>
        <translation>Geht die Antwort auf eine Einreichung verloren, kann der Batch nur nach Zeit und Größe gesucht werden: Sie werden gefragt.</translation>
    </message>
    <message>
        <source>If the answer to a submission is lost, nobody can look the batch up from here: you will be asked, after a look at the provider&apos;s own pages.</source>
        <translation>Geht die Antwort auf eine Einreichung verloren, kann der Batch von hier aus nicht gesucht werden: Sie werden gefragt, nach einem Blick auf die Seiten des Anbieters selbst.</translation>
    </message>
    <message>
        <source>File of CA certificates</source>
        <translation>Datei mit CA-Zertifikaten</translation>
    </message>
    <message>
        <source>only those of the system</source>
        <translation>nur die des Systems</translation>
    </message>
    <message>
        <source>A PEM file with the certificates of a private authority, such as your company&apos;s. They are trusted for this connection only, besides those of the system.</source>
        <translation>Eine PEM-Datei mit den Zertifikaten einer eigenen Zertifizierungsstelle, etwa der Ihrer Firma. Ihnen wird nur für diese Verbindung vertraut, neben denen des Systems.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <extracomment>Button that chooses a file</extracomment>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>Choose the file of CA certificates</source>
        <translation>Die Datei mit CA-Zertifikaten wählen</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA-Date&amp;i:</translation>
    </message>
    <message>
        <source>CA Certificates</source>
        <translation>CA-Zertifikate</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Give the whole path of the CA file</source>
        <translation>Geben Sie den ganzen Pfad der CA-Datei an</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) in a batch</source>
        <translation>
            <numerusform>%Ln Anfrage in einem Batch</numerusform>
            <numerusform>%Ln Anfragen in einem Batch</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in a batch</source>
        <extracomment>%1 is a size such as 200 MiB</extracomment>
        <translation>%1 in einem Batch</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) at a time</source>
        <translation>
            <numerusform>%Ln Batch gleichzeitig</numerusform>
            <numerusform>%Ln Batches gleichzeitig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>results are kept %Ln day(s)</source>
        <translation>
            <numerusform>Ergebnisse werden %Ln Tag aufgehoben</numerusform>
            <numerusform>Ergebnisse werden %Ln Tage aufgehoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Known limits: %1.</source>
        <extracomment>%1 is a list such as &quot;50,000 requests in a batch, 200 MiB in a batch&quot;</extracomment>
        <translation>Bekannte Grenzen: %1.</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Colour of the connection</source>
        <translation>Farbe der Verbindung</translation>
    </message>
    <message>
        <source>Stands beside the connection&apos;s name wherever that is shown</source>
        <translation>Steht neben dem Namen der Verbindung, wo immer er gezeigt wird</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>Fa&amp;rbe:</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Add connection</source>
        <translation>Verbindung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>The practice provider is built in. It needs no key and no network, costs nothing, and answers with made-up text: the place to try everything.</source>
        <translation>Der Übungsanbieter ist eingebaut. Er braucht weder Schlüssel noch Netz, kostet nichts und antwortet mit erfundenem Text: der Ort, um alles auszuprobieren.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>Hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>%1. The key is kept in memory until Batchdesk quits.</source>
        <translation>%1. Der Schlüssel bleibt im Speicher, bis Batchdesk beendet wird.</translation>
    </message>
    <message>
        <source>Saved, with its key.</source>
        <translation>Gespeichert, mit dem Schlüssel.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet&#xa0;…</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>geht nicht</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>Not all of it works.</source>
        <translation>Nicht alles davon funktioniert.</translation>
    </message>
    <message>
        <source>The connection is removed, its key could not be: %1</source>
        <translation>Die Verbindung ist entfernt, ihr Schlüssel nicht: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Removed “%1” and its key. Its runs stay.</source>
        <translation>„%1“ und der Schlüssel wurden entfernt. Die Läufe bleiben.</translation>
    </message>
    <message>
        <source>“%1” is back. Its key is not: paste it again.</source>
        <translation>„%1“ ist wieder da, der Schlüssel nicht: Fügen Sie ihn wieder ein.</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Runs by day</source>
        <translation>Läufe nach Tagen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Ended well</source>
        <translation>Gut beendet</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Mit Problemen</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a place in a picture: a day, then how its runs ended</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day in a picture</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>no runs</source>
        <translation>keine Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ended well</source>
        <translation>
            <numerusform>%Ln gut beendet</numerusform>
            <numerusform>%Ln gut beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <translation>
            <numerusform>%Ln mit Problemen</numerusform>
            <numerusform>%Ln mit Problemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln ungewiss</numerusform>
            <numerusform>%Ln ungewiss</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a picture</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Runs by day</source>
        <translation>Läufe nach Tagen</translation>
    </message>
    <message>
        <source>Show the runs of each day</source>
        <translation>Die Läufe jedes Tages zeigen</translation>
    </message>
    <message>
        <source>Hide the runs of each day</source>
        <translation>Die Läufe jedes Tages ausblenden</translation>
    </message>
    <message>
        <source>Fewer than three runs have ended in the last four weeks</source>
        <translation>In den letzten vier Wochen sind weniger als drei Läufe beendet worden</translation>
    </message>
    <message>
        <source>Last four weeks: %1</source>
        <extracomment>%1 is a list such as &quot;12 ended well, 3 with problems&quot;</extracomment>
        <translation>Letzte vier Wochen: %1</translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>The profile has no path for &quot;%1&quot;</source>
        <translation>Das Profil hat keinen Pfad für „%1“</translation>
    </message>
    <message>
        <source>the provider refused to start it: try again, or cancel it</source>
        <translation>der Anbieter wollte ihn nicht starten: Versuchen Sie es noch einmal, oder brechen Sie ihn ab</translation>
    </message>
    <message>
        <source>the provider refused some of the requests: try again, or cancel it</source>
        <translation>der Anbieter hat einige der Anfragen abgelehnt: Versuchen Sie es noch einmal, oder brechen Sie ihn ab</translation>
    </message>
    <message>
        <source>in doubt: whether the last requests came there cannot be seen; look there, nothing is sent again unless you say so</source>
        <translation>ungewiss: Es ist nicht zu sehen, ob die letzten Anfragen dort ankamen; sehen Sie dort nach, nichts wird noch einmal gesendet, es sei denn, Sie verlangen es</translation>
    </message>
    <message>
        <source>created, with all requests; waits for the provider to begin</source>
        <translation>angelegt, mit allen Anfragen; wartet, bis der Anbieter beginnt</translation>
    </message>
    <message>
        <source>created, with all requests; not started</source>
        <translation>angelegt, mit allen Anfragen; nicht gestartet</translation>
    </message>
</context>
<context>
    <name>DoubtNote</name>
    <message>
        <source>Show Them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Look Now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message>
        <source>Look for them in the provider&apos;s list</source>
        <translation>In der Liste des Anbieters nach ihnen suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) uncertain: no clear answer came. The provider&apos;s list is searched; nothing is sent again unless you say so.</source>
        <translation>
            <numerusform>%Ln Einreichung ist ungewiss: Es kam keine klare Antwort. Die Liste des Anbieters wird durchsucht; ohne Ihr Zutun wird nichts noch einmal gesendet.</numerusform>
            <numerusform>%Ln Einreichungen sind ungewiss: Es kam keine klare Antwort. Die Liste des Anbieters wird durchsucht; ohne Ihr Zutun wird nichts noch einmal gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>The requests are not checked or have errors</source>
        <translation>Die Anfragen sind nicht geprüft oder haben Fehler</translation>
    </message>
    <message>
        <source>The same requests went to this connection before, as &quot;%1&quot;</source>
        <translation>Dieselben Anfragen gingen schon einmal an diese Verbindung, als „%1“</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>%1 was changed while it was open. Open it again.</source>
        <translation>%1 wurde geändert, während die Datei offen war. Öffnen Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>custom_id</source>
        <translation>custom_id</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>A request of %1</source>
        <translation>Eine Anfrage von %1</translation>
    </message>
    <message>
        <source>Edit request</source>
        <translation>Anfrage bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage hinzufügen</numerusform>
            <numerusform>%Ln Anfragen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage löschen</numerusform>
            <numerusform>%Ln Anfragen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Wird abgesendet&#xa0;…</translation>
    </message>
    <message>
        <source>The request in the editor is not valid JSON.</source>
        <translation>Die Anfrage im Editor ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The requests are being checked…</source>
        <translation>Die Anfragen werden geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>There are no requests yet.</source>
        <translation>Es gibt noch keine Anfragen.</translation>
    </message>
    <message numerus="yes">
        <source>Preflight found %n kind(s) of error; see the findings.</source>
        <translation>
            <numerusform>Die Vorprüfung fand %n Art von Fehler; siehe die Befunde.</numerusform>
            <numerusform>Die Vorprüfung fand %n Arten von Fehlern; siehe die Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a connection.</source>
        <translation>Wählen Sie eine Verbindung.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist gut.</translation>
    </message>
    <message>
        <source>Open the earlier run</source>
        <translation>Den früheren Lauf öffnen</translation>
    </message>
    <message>
        <source>Send again and pay again</source>
        <translation>Noch einmal senden und bezahlen</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln request(s), %2, model %3</source>
        <translation>
            <numerusform>%1 %Ln Anfrage, %2, Modell %3</numerusform>
            <numerusform>%1 %Ln Anfragen, %2, Modell %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <extracomment>a request by its number, and what is wrong with it</extracomment>
        <translation>Anfrage %1: %2</translation>
    </message>
    <message>
        <source>Mended in the draft: %1.</source>
        <translation>Im Entwurf repariert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>This is %1, one of %n new file(s); your file stays as it was. Mended: %2.</source>
        <extracomment>a file name, then what was mended in all of them</extracomment>
        <translation>
            <numerusform>Das ist %1, eine von %n neuen Datei; Ihre Datei bleibt, wie sie war. Repariert: %2.</numerusform>
            <numerusform>Das ist %1, eine von %n neuen Dateien; Ihre Datei bleibt, wie sie war. Repariert: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the new file %1; your file stays as it was. Mended: %2.</source>
        <translation>Das ist die neue Datei %1; Ihre Datei bleibt, wie sie war. Repariert: %2.</translation>
    </message>
    <message>
        <source>Nothing is left to mend.</source>
        <translation>Nichts ist mehr zu reparieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of finding are left; see below.</source>
        <translation>
            <numerusform>%n Art von Befund bleibt; siehe unten.</numerusform>
            <numerusform>%n Arten von Befunden bleiben; siehe unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: all is well.</source>
        <translation>Geprüft: Alles ist in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %Ln finding(s).</source>
        <translation>
            <numerusform>Geprüft: %Ln Befund.</numerusform>
            <numerusform>Geprüft: %Ln Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Known from before. It is copied, and compared with what is shown…</source>
        <translation>Von früher bekannt. Die Datei wird kopiert und mit dem Gezeigten verglichen …</translation>
    </message>
    <message>
        <source>They are submitted as soon as they are checked…</source>
        <translation>Die Anfragen werden abgesendet, sobald sie geprüft sind …</translation>
    </message>
    <message>
        <source>%1 has changed since it was shown. This is the file as it is now; nothing was submitted.</source>
        <translation>%1 hat sich geändert, seit es gezeigt wurde. Dies ist die Datei, wie sie jetzt ist; abgesendet wurde nichts.</translation>
    </message>
    <message>
        <source>%1 has changed since it was shown. This is the file as it is now.</source>
        <translation>%1 hat sich geändert, seit es gezeigt wurde. Dies ist die Datei, wie sie jetzt ist.</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Drop to start %n run(s)</source>
        <translation>
            <numerusform>Ablegen, um %n Lauf zu beginnen</numerusform>
            <numerusform>Ablegen, um %n Läufe zu beginnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The provider could not be reached</source>
        <translation>Der Anbieter war nicht zu erreichen</translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation>Es kam keine sichere Verbindung zustande</translation>
    </message>
    <message>
        <source>The key was not accepted</source>
        <translation>Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>This key may not do that</source>
        <translation>Dieser Schlüssel darf das nicht</translation>
    </message>
    <message>
        <source>The provider asks for slower requests</source>
        <translation>Der Anbieter bittet um langsamere Anfragen</translation>
    </message>
    <message>
        <source>A limit of the account is reached</source>
        <translation>Eine Grenze des Kontos ist erreicht</translation>
    </message>
    <message>
        <source>The provider refused the request</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>The provider does not know this</source>
        <translation>Der Anbieter kennt das nicht</translation>
    </message>
    <message>
        <source>The provider does not support this</source>
        <translation>Der Anbieter unterstützt das nicht</translation>
    </message>
    <message>
        <source>The provider has a fault</source>
        <translation>Der Anbieter hat eine Störung</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation>Die Antwort des Anbieters ist nicht lesbar</translation>
    </message>
    <message>
        <source>The input cannot be used</source>
        <translation>Die Eingabe ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>The file has changed or is gone</source>
        <translation>Die Datei wurde geändert oder ist weg</translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>The library could not be used</source>
        <translation>Die Bibliothek ließ sich nicht benutzen</translation>
    </message>
    <message>
        <source>The keychain could not be used</source>
        <translation>Der Schlüsselbund ließ sich nicht benutzen</translation>
    </message>
    <message>
        <source>It is not known whether the batch was created</source>
        <translation>Es ist nicht bekannt, ob der Batch angelegt wurde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what went wrong in general, %2 the reason, often in the provider&apos;s own words</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (line %2, field %3)</source>
        <translation>%1 (Zeile %2, Feld %3)</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>%1 (field %2)</source>
        <translation>%1 (Feld %2)</translation>
    </message>
    <message>
        <source>%1 [HTTP %2]</source>
        <translation>%1 [HTTP %2]</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Tabellenblatt (*.xlsx)</translation>
    </message>
    <message>
        <source>Lines as they came (*.jsonl)</source>
        <translation>Zeilen, wie sie kamen (*.jsonl)</translation>
    </message>
    <message>
        <source>Requests beside results (*.jsonl)</source>
        <translation>Anfragen neben Ergebnissen (*.jsonl)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln row(s) to %1.</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) were longer than a cell may be and were cut.</source>
        <translation>
            <numerusform>%Ln Text war länger, als eine Zelle sein darf, und wurde gekürzt.</numerusform>
            <numerusform>%Ln Texte waren länger, als eine Zelle sein darf, und wurden gekürzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) that a spreadsheet would run as a formula got an apostrophe.</source>
        <translation>
            <numerusform>%Ln Zelle, die eine Tabellenkalkulation als Formel ausführen würde, bekam einen Apostroph.</numerusform>
            <numerusform>%Ln Zellen, die eine Tabellenkalkulation als Formel ausführen würde, bekamen einen Apostroph.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There is no column “%1”. Columns are %2, JSON Pointers such as /response/body/id, and such as request:/body/model.</source>
        <translation>Es gibt keine Spalte „%1“. Spalten sind %2, JSON-Pointer wie /response/body/id und solche wie request:/body/model.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Quotes, line ends and such signs cannot separate columns.</source>
        <translation>Anführungszeichen, Zeilenenden und dergleichen können keine Spalten trennen.</translation>
    </message>
    <message>
        <source>There is no column “%1”: this run was adopted without the file of its requests.</source>
        <translation>Es gibt keine Spalte „%1“: Dieser Lauf wurde ohne die Datei seiner Anfragen übernommen.</translation>
    </message>
    <message>
        <source>This run was adopted without the file of its requests, so that they cannot be written beside the results.</source>
        <translation>Dieser Lauf wurde ohne die Datei seiner Anfragen übernommen, sodass sie nicht neben die Ergebnisse geschrieben werden können.</translation>
    </message>
    <message>
        <source>A sheet holds at most %1 rows, and these are %2. Export fewer of them, or write CSV.</source>
        <translation>Ein Tabellenblatt fasst höchstens %1 Zeilen, und dies sind %2. Exportieren Sie weniger davon, oder schreiben Sie CSV.</translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1

Folder: %2

Nothing was changed. Runs that were handed over go on at their providers.</source>
        <translation>%1

Ordner: %2

Nichts wurde geändert. Übergebene Läufe gehen bei ihren Anbietern weiter.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>All of %1 rows have %2.</source>
        <translation>Alle %1 Zeilen haben %2.</translation>
    </message>
    <message>
        <source>Half are %1 or less, the mean is %2; from %3 to %4, %5 together.</source>
        <translation>Die Hälfte hat %1 oder weniger, das Mittel ist %2; von %3 bis %4, zusammen %5.</translation>
    </message>
    <message>
        <source>Tokens in a request</source>
        <translation>Tokens in einer Anfrage</translation>
    </message>
    <message>
        <source>Tokens in an answer</source>
        <translation>Tokens in einer Antwort</translation>
    </message>
    <message>
        <source>Length of an answer</source>
        <translation>Länge einer Antwort</translation>
    </message>
    <message>
        <source>Looking through the results…</source>
        <translation>Die Ergebnisse werden durchgesehen …</translation>
    </message>
    <message>
        <source>Each row is read once, to count tokens and letters.</source>
        <translation>Jede Zeile wird einmal gelesen, um Tokens und Buchstaben zu zählen.</translation>
    </message>
    <message>
        <source>The results cannot be read</source>
        <translation>Die Ergebnisse sind nicht lesbar</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>Noch keine Zahlen</translation>
    </message>
    <message>
        <source>Once answers are here, this shows how long they are and how many tokens they took.</source>
        <translation>Sobald Antworten da sind, zeigt dies, wie lang sie sind und wie viele Tokens sie brauchten.</translation>
    </message>
    <message>
        <source>The provider does not tell.</source>
        <translation>Der Anbieter sagt es nicht.</translation>
    </message>
    <message>
        <source>Characters in an answer</source>
        <translation>Zeichen in einer Antwort</translation>
    </message>
    <message>
        <source>No answer has a text.</source>
        <translation>Keine Antwort hat einen Text.</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>There is no .jsonl file in the folder “%1”.</source>
        <translation>Im Ordner „%1“ gibt es keine .jsonl-Datei.</translation>
    </message>
    <message>
        <source>“%1” is on another machine. Save it on this computer first, then open it.</source>
        <translation>„%1“ liegt auf einem anderen Rechner. Speichern Sie die Datei erst hier, und öffnen Sie sie dann.</translation>
    </message>
    <message>
        <source>“%1” is not there (any more).</source>
        <translation>„%1“ ist nicht (mehr) da.</translation>
    </message>
    <message>
        <source>“%1” is not a JSONL file: no request was found at its beginning.</source>
        <translation>„%1“ ist keine JSONL-Datei: An ihrem Anfang fand sich keine Anfrage.</translation>
    </message>
    <message>
        <source>Request files (%1)</source>
        <translation>Anfragedateien (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Open Request Files</source>
        <translation>Anfragedateien öffnen</translation>
    </message>
    <message>
        <source>Sample run</source>
        <translation>Beispiellauf</translation>
    </message>
</context>
<context>
    <name>FilesPane</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy provider&apos;s id</source>
        <translation>ID beim Anbieter kopieren</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>Prüfsumme kopieren</translation>
    </message>
    <message>
        <source>The path is in the clipboard.</source>
        <translation>Der Pfad ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The id is in the clipboard.</source>
        <translation>Die ID ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The digest is in the clipboard.</source>
        <translation>Die Prüfsumme ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Provider&apos;s id</source>
        <translation>ID beim Anbieter</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Files appear here once requests are taken in or results fetched.</source>
        <translation>Dateien erscheinen hier, sobald Anfragen aufgenommen oder Ergebnisse geholt sind.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This file is not here</source>
        <translation>Diese Datei ist nicht hier</translation>
    </message>
    <message>
        <source>Copy where it lies</source>
        <translation>Kopieren, wo sie liegt</translation>
    </message>
    <message>
        <source>Copy the provider&apos;s id of the file</source>
        <translation>Die ID der Datei beim Anbieter kopieren</translation>
    </message>
    <message>
        <source>The provider has no id for this file</source>
        <translation>Der Anbieter hat keine ID für diese Datei</translation>
    </message>
    <message>
        <source>Copy its SHA-256</source>
        <translation>Ihre SHA-256 kopieren</translation>
    </message>
    <message>
        <source>No digest of this file is known</source>
        <translation>Von dieser Datei ist keine Prüfsumme bekannt</translation>
    </message>
    <message>
        <source>Open the folder that it lies in, with the file chosen</source>
        <translation>Den Ordner öffnen, in dem die Datei liegt, und sie darin auswählen</translation>
    </message>
</context>
<context>
    <name>FindLine</name>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Tell A from a</source>
        <translation>A von a unterscheiden</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The file begins with a byte order mark. It is left out of what is sent; nothing is to be done.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke (BOM). Sie wird beim Senden weggelassen; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Lines end as on Windows (CR LF). The CR is left out of what is sent; nothing is to be done.</source>
        <translation>Zeilen enden wie unter Windows (CR LF). Das CR wird beim Senden weggelassen; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Blank lines are no requests. They are left out of what is sent; nothing is to be done.</source>
        <translation>Leere Zeilen sind keine Anfragen. Sie werden beim Senden weggelassen; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There are fields beside custom_id, method, url and body. They are not sent. What belongs to the request goes into body.</source>
        <translation>Es gibt Felder neben custom_id, method, url und body. Sie werden nicht gesendet. Was zur Anfrage gehört, kommt in body.</translation>
    </message>
    <message>
        <source>A number is larger than most programs can hold, so that the provider may read another one. Write it as text if it is an id.</source>
        <translation>Eine Zahl ist größer, als die meisten Programme fassen, sodass der Anbieter eine andere lesen könnte. Schreiben Sie sie als Text, wenn sie eine Kennung ist.</translation>
    </message>
    <message>
        <source>A text holds half of a character (a lone \ud800 to \udfff). Providers may refuse it or replace it. Remove it, or write the character whole.</source>
        <translation>Ein Text enthält ein halbes Zeichen (ein einzelnes \ud800 bis \udfff). Anbieter können es ablehnen oder ersetzen. Entfernen Sie es, oder schreiben Sie das ganze Zeichen.</translation>
    </message>
    <message>
        <source>A placeholder such as {{name}} is left in the request. Put in what belongs there, unless it is meant so.</source>
        <translation>Ein Platzhalter wie {{name}} steht noch in der Anfrage. Setzen Sie ein, was dorthin gehört, falls es nicht so gemeint ist.</translation>
    </message>
    <message>
        <source>The file holds no requests. Write one JSON object a line.</source>
        <translation>Die Datei enthält keine Anfragen. Schreiben Sie ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>The line is not UTF-8. Save the file as UTF-8.</source>
        <translation>Die Zeile ist kein UTF-8. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The line is not valid JSON. Write each request as one JSON object on one line.</source>
        <translation>Die Zeile ist kein gültiges JSON. Schreiben Sie jede Anfrage als ein JSON-Objekt in eine Zeile.</translation>
    </message>
    <message>
        <source>The line is JSON, but no object. A request begins with { and ends with }.</source>
        <translation>Die Zeile ist JSON, aber kein Objekt. Eine Anfrage beginnt mit { und endet mit }.</translation>
    </message>
    <message>
        <source>The request is nested in more than a thousand levels. Few programs read that; make it flatter.</source>
        <translation>Die Anfrage ist mehr als tausend Ebenen tief verschachtelt. Wenige Programme lesen das; machen Sie sie flacher.</translation>
    </message>
    <message>
        <source>A field is there twice, so that nobody can say which one holds. Remove one.</source>
        <translation>Ein Feld ist zweimal da, sodass niemand sagen kann, welches gilt. Entfernen Sie eines.</translation>
    </message>
    <message>
        <source>The request has no custom_id, so that its result could not be found. Give it one of its own.</source>
        <translation>Die Anfrage hat keine custom_id, sodass ihr Ergebnis nicht zu finden wäre. Geben Sie ihr eine eigene.</translation>
    </message>
    <message>
        <source>The custom_id is empty. Give each request one of its own.</source>
        <translation>Die custom_id ist leer. Geben Sie jeder Anfrage eine eigene.</translation>
    </message>
    <message>
        <source>An earlier line has the same custom_id, so that their results could not be told apart. Give each request one of its own.</source>
        <translation>Eine frühere Zeile hat dieselbe custom_id, sodass ihre Ergebnisse nicht zu unterscheiden wären. Geben Sie jeder Anfrage eine eigene.</translation>
    </message>
    <message>
        <source>The request has no body. Put what is to be sent (model, messages …) into an object named body.</source>
        <translation>Die Anfrage hat keinen body. Setzen Sie, was gesendet werden soll (model, messages …), in ein Objekt namens body.</translation>
    </message>
    <message>
        <source>The body is no JSON object. Write it as an object, not as text or a list.</source>
        <translation>Der body ist kein JSON-Objekt. Schreiben Sie ihn als Objekt, nicht als Text oder Liste.</translation>
    </message>
    <message>
        <source>The url is not the path of an endpoint of this provider. Write a path such as /v1/chat/completions, without the server&apos;s name.</source>
        <translation>Die url ist nicht der Pfad eines Endpunkts dieses Anbieters. Schreiben Sie einen Pfad wie /v1/chat/completions, ohne den Namen des Servers.</translation>
    </message>
    <message>
        <source>The url is another one than in the first request. All requests of a batch go to one endpoint; put these into a file of their own.</source>
        <translation>Die url ist eine andere als in der ersten Anfrage. Alle Anfragen eines Batches gehen an einen Endpunkt; setzen Sie diese in eine eigene Datei.</translation>
    </message>
    <message>
        <source>The method is not POST. Write POST, or leave it out.</source>
        <translation>Die method ist nicht POST. Schreiben Sie POST, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The body names no model. Add a field model with the name of one.</source>
        <translation>Der body nennt kein Modell. Fügen Sie ein Feld model mit dem Namen eines Modells hinzu.</translation>
    </message>
    <message>
        <source>The model is another one than in the first request. This provider takes one model a batch; put these into a file of their own.</source>
        <translation>Das Modell ist ein anderes als in der ersten Anfrage. Dieser Anbieter nimmt ein Modell je Batch; setzen Sie diese in eine eigene Datei.</translation>
    </message>
    <message>
        <source>The body sets stream. A batch cannot stream; remove it or set it to false.</source>
        <translation>Der body setzt stream. Ein Batch kann nicht streamen; entfernen Sie es, oder setzen Sie es auf false.</translation>
    </message>
    <message>
        <source>The provider has no such model in batches. Choose one that it lists.</source>
        <translation>Der Anbieter hat kein solches Modell in Batches. Wählen Sie eines, das er nennt.</translation>
    </message>
    <message>
        <source>The provider takes no documents in a batch. Put the text itself into the field text.</source>
        <translation>Der Anbieter nimmt keine Dokumente in einem Batch. Setzen Sie den Text selbst in das Feld text.</translation>
    </message>
    <message>
        <source>The body has no text. Add a field text with what is to be worked on.</source>
        <translation>Der body hat keinen Text. Fügen Sie ein Feld text mit dem hinzu, was bearbeitet werden soll.</translation>
    </message>
    <message>
        <source>The field entities must be an object that says for each label what it means.</source>
        <translation>Das Feld entities muss ein Objekt sein, das zu jedem Label sagt, was es bedeutet.</translation>
    </message>
    <message>
        <source>The field labels must be a list of objects with name and rubric.</source>
        <translation>Das Feld labels muss eine Liste von Objekten mit name und rubric sein.</translation>
    </message>
    <message>
        <source>The line is too long to be sent. Shorten the request.</source>
        <translation>Die Zeile ist zu lang, um gesendet zu werden. Kürzen Sie die Anfrage.</translation>
    </message>
    <message>
        <source>The line is longer than the provider takes (%1). Shorten the request.</source>
        <extracomment>%1 is a size such as 1 MB</extracomment>
        <translation>Die Zeile ist länger, als der Anbieter annimmt (%1). Kürzen Sie die Anfrage.</translation>
    </message>
    <message>
        <source>The file holds more requests than a batch takes. Divide it.</source>
        <translation>Die Datei enthält mehr Anfragen, als in einen Batch gehen. Teilen Sie sie.</translation>
    </message>
    <message>
        <source>The file holds more requests than the provider takes in a batch (%1). Divide it into several files.</source>
        <translation>Die Datei enthält mehr Anfragen, als der Anbieter in einem Batch annimmt (%1). Teilen Sie sie in mehrere Dateien.</translation>
    </message>
    <message>
        <source>The file is larger than a batch may be. Divide it.</source>
        <translation>Die Datei ist größer, als ein Batch sein darf. Teilen Sie sie.</translation>
    </message>
    <message>
        <source>The file is larger than the provider takes in a batch (%1). Divide it into several files.</source>
        <translation>Die Datei ist größer, als der Anbieter in einem Batch annimmt (%1). Teilen Sie sie in mehrere Dateien.</translation>
    </message>
    <message>
        <source>The custom_id is no text. Put it into quotes.</source>
        <translation>Die custom_id ist kein Text. Setzen Sie sie in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The custom_id is no text, or longer than %1 characters. Write a shorter one, in quotes.</source>
        <translation>Die custom_id ist kein Text oder länger als %1 Zeichen. Schreiben Sie eine kürzere, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The provider&apos;s rule %1 is not kept.</source>
        <extracomment>%1 is the name of a rule such as bad_labels</extracomment>
        <translation>Die Regel %1 des Anbieters ist nicht eingehalten.</translation>
    </message>
    <message>
        <source>The body does not limit its answer, which this provider demands. Add a field max_tokens, or let a repair put one in.</source>
        <translation>Der Body begrenzt die Antwort nicht, was dieser Anbieter verlangt. Fügen Sie ein Feld max_tokens hinzu oder lassen Sie es von einer Reparatur einsetzen.</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Repair…</source>
        <translation>Reparieren …</translation>
    </message>
    <message>
        <source>Show Only These</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a button does, then its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of error</source>
        <translation>
            <numerusform>%Ln Art von Fehler</numerusform>
            <numerusform>%Ln Arten von Fehlern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of warning</source>
        <translation>
            <numerusform>%Ln Art von Warnung</numerusform>
            <numerusform>%Ln Arten von Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>for a screen reader: %1 is &quot;Error&quot; or &quot;Warning&quot;, %2 the finding</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more line(s)</source>
        <translation>
            <numerusform>%Ln weitere Zeile</numerusform>
            <numerusform>%Ln weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>where the last export went</source>
        <translation>wohin der letzte Export ging</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>E&amp;xports:</source>
        <translation>E&amp;xporte:</translation>
    </message>
    <message>
        <source>Open &amp;Folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Library:</source>
        <translation>&amp;Bibliothek:</translation>
    </message>
    <message>
        <source>The library holds your runs, their requests, and every result as it was downloaded. Another one is opened with the option --library when Batchdesk is started.</source>
        <translation>Die Bibliothek enthält Ihre Läufe, deren Anfragen und jedes Ergebnis so, wie es heruntergeladen wurde. Eine andere wird mit der Option --library beim Start von Batchdesk geöffnet.</translation>
    </message>
    <message>
        <source>The folder for exports is not there: %1</source>
        <translation>Der Ordner für Exporte ist nicht da: %1</translation>
    </message>
    <message>
        <source>Folder for Exports</source>
        <translation>Ordner für Exporte</translation>
    </message>
</context>
<context>
    <name>HarmWatch</name>
    <message numerus="yes">
        <source>%Ln run(s) lose something soon if nothing is done.</source>
        <translation>
            <numerusform>%Ln Lauf verliert bald etwas, wenn nichts geschieht.</numerusform>
            <numerusform>%Ln Läufe verlieren bald etwas, wenn nichts geschieht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>the name of a run, then what is lost of it</extracomment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Open Run</source>
        <translation>Lauf öffnen</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Made here</source>
        <translation>Hier gemacht</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Von hier gesendet</translation>
    </message>
    <message>
        <source>Held back here</source>
        <translation>Hier zurückgehalten</translation>
    </message>
    <message>
        <source>No clear answer came</source>
        <translation>Es kam keine klare Antwort</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>You asked for it here</source>
        <translation>Sie haben es hier verlangt</translation>
    </message>
    <message>
        <source>The answer to a call from here</source>
        <translation>Die Antwort auf einen Aufruf von hier</translation>
    </message>
    <message>
        <source>History of states</source>
        <translation>Statusverlauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Brought about by</source>
        <translation>Bewirkt durch</translation>
    </message>
    <message>
        <source>Provider&apos;s word</source>
        <translation>Laut Anbieter</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>You, with batchctl</source>
        <translation>Sie, mit batchctl</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You, in the window</source>
        <translation>Sie, im Fenster</translation>
    </message>
    <message>
        <source>The next step here</source>
        <translation>Der nächste Schritt hier</translation>
    </message>
    <message>
        <source>The provider&apos;s answer</source>
        <translation>Die Antwort des Anbieters</translation>
    </message>
    <message>
        <source>The provider, when asked</source>
        <translation>Der Anbieter, auf Nachfrage</translation>
    </message>
    <message>
        <source>The provider&apos;s list</source>
        <translation>Die Liste des Anbieters</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>Ein Fehler</translation>
    </message>
    <message>
        <source>The library was mended</source>
        <translation>Die Bibliothek wurde repariert</translation>
    </message>
    <message>
        <source>Noted by batchctl</source>
        <translation>Von batchctl vermerkt</translation>
    </message>
    <message>
        <source>Noted by the window</source>
        <translation>Vom Fenster vermerkt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what brought a run into a state, then the words of an error or why it waits</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>the header of the answer is too large or cannot be read</source>
        <translation>der Kopf der Antwort ist zu groß oder nicht lesbar</translation>
    </message>
    <message>
        <source>the address redirects elsewhere; check the base URL</source>
        <translation>die Adresse leitet anderswohin um; prüfen Sie die Basisadresse</translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation>zu viele Umleitungen</translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation>die Antwort wurde abgeschnitten</translation>
    </message>
    <message>
        <source>the answer is compressed, which was not asked for</source>
        <translation>die Antwort ist komprimiert, was nicht verlangt war</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a host name, %2 the reason, often in the system&apos;s words</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort binnen %1 s</translation>
    </message>
    <message>
        <source>the file is shorter than it was</source>
        <translation>die Datei ist kürzer als zuvor</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an https address</source>
        <translation>„%1“ ist keine https-Adresse</translation>
    </message>
    <message>
        <source>%1 would be asked without encryption; use https:// (plain http is only for this computer itself)</source>
        <translation>%1 würde unverschlüsselt gefragt; nehmen Sie https:// (unverschlüsseltes http geht nur auf diesem Rechner)</translation>
    </message>
    <message>
        <source>%1 redirects to a forbidden place: %2</source>
        <translation>%1 leitet an einen verbotenen Ort um: %2</translation>
    </message>
    <message>
        <source>%1 redirects to this computer itself</source>
        <translation>%1 leitet auf diesen Rechner selbst um</translation>
    </message>
    <message>
        <source>the key holds a line break; put it in again</source>
        <translation>der Schlüssel enthält einen Zeilenumbruch; geben Sie ihn neu ein</translation>
    </message>
    <message>
        <source>the header %1 holds a line break</source>
        <translation>der Header %1 enthält einen Zeilenumbruch</translation>
    </message>
    <message>
        <source>the server sends other parts than it is asked for</source>
        <translation>der Server sendet andere Teile als verlangt</translation>
    </message>
    <message>
        <source>the answer redirects elsewhere with the key in the address, which was not followed</source>
        <translation>die Antwort leitet mit dem Schlüssel in der Adresse anderswohin um; dem wurde nicht gefolgt</translation>
    </message>
    <message>
        <source>%1 redirects to where nothing is encrypted</source>
        <translation>%1 leitet dorthin um, wo nichts verschlüsselt ist</translation>
    </message>
    <message>
        <source>something between here and the provider answers with a web page; you may have to sign in to the network</source>
        <translation>etwas zwischen hier und dem Anbieter antwortet mit einer Webseite; vielleicht müssen Sie sich im Netz anmelden</translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 may not be read. Change its permissions, or copy it.</source>
        <translation>%1 darf nicht gelesen werden. Ändern Sie die Rechte, oder kopieren Sie die Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation>%1 ist ein Ordner. Wählen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Save what it gives first.</source>
        <translation>%1 ist keine gewöhnliche Datei. Speichern Sie erst, was sie liefert.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 was changed while it was read. Open it again.</source>
        <translation>%1 wurde während des Lesens geändert. Öffnen Sie die Datei noch einmal.</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>waits until %1 UTC: the provider asks for slower requests</source>
        <extracomment>%1 is a time of day in UTC, or a day and a time</extracomment>
        <translation>wartet bis %1 UTC: Der Anbieter bittet um langsamere Anfragen</translation>
    </message>
    <message>
        <source>waits: the key was not accepted</source>
        <translation>wartet: Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>waits: the key cannot be read</source>
        <translation>wartet: Der Schlüssel ist nicht lesbar</translation>
    </message>
    <message>
        <source>waits: the provider cannot be reached</source>
        <translation>wartet: Der Anbieter ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>waits: the provider asks for slower requests</source>
        <translation>wartet: Der Anbieter bittet um langsamere Anfragen</translation>
    </message>
    <message>
        <source>waits: the provider does not answer sensibly</source>
        <translation>wartet: Der Anbieter antwortet nicht sinnvoll</translation>
    </message>
    <message>
        <source>this provider cannot cancel a batch</source>
        <translation>dieser Anbieter kann einen Batch nicht abbrechen</translation>
    </message>
    <message>
        <source>waits: %1 of %2 live</source>
        <extracomment>A batch is ready here, but the provider allows only so many at once: &quot;waits: 10 of 10 live&quot;</extracomment>
        <translation>wartet: %1 von %2 laufen</translation>
    </message>
    <message>
        <source>waits: what is to be sent could not be noted down first</source>
        <translation>wartet: Was zu senden ist, ließ sich nicht vorher festhalten</translation>
    </message>
    <message>
        <source>the provider&apos;s answer names no batch</source>
        <translation>die Antwort des Anbieters nennt keinen Batch</translation>
    </message>
    <message>
        <source>waits: too many batches are live</source>
        <translation>wartet: Zu viele Batches laufen</translation>
    </message>
    <message>
        <source>in doubt: looking for it in the provider&apos;s list; nothing is sent again</source>
        <translation>ungewiss: wird in der Liste des Anbieters gesucht; nichts wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>in doubt: the program ended while it was submitting; looking for it in the provider&apos;s list; nothing is sent again</source>
        <translation>ungewiss: Das Programm endete während des Absendens; wird in der Liste des Anbieters gesucht; nichts wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>the program ended while it was submitting</source>
        <translation>das Programm endete während des Absendens</translation>
    </message>
    <message>
        <source>the results came cut in the middle of a line</source>
        <translation>die Ergebnisse kamen mitten in einer Zeile abgeschnitten an</translation>
    </message>
    <message>
        <source>the connection is gone</source>
        <translation>die Verbindung ist weg</translation>
    </message>
    <message>
        <source>the wire format &quot;%1&quot; is not known here</source>
        <translation>das Format „%1“ ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>this provider has no list of batches</source>
        <translation>dieser Anbieter hat keine Liste der Batches</translation>
    </message>
    <message>
        <source>in doubt: it may have been created, and this provider has no list to look in; look there yourself before you submit it again</source>
        <translation>ungewiss: Er wurde vielleicht angelegt, und dieser Anbieter hat keine Liste zum Nachsehen; sehen Sie selbst dort nach, bevor Sie ihn erneut absenden</translation>
    </message>
    <message>
        <source>in doubt: the provider&apos;s list does not show it; nothing is sent again unless you say so</source>
        <translation>ungewiss: Die Liste des Anbieters zeigt ihn nicht; nichts wird noch einmal gesendet, es sei denn, Sie verlangen es</translation>
    </message>
    <message>
        <source>in doubt: the provider&apos;s list cannot show whether it is one of those there; look there before you submit it again</source>
        <translation>ungewiss: Die Liste des Anbieters lässt nicht erkennen, ob er einer von denen dort ist; sehen Sie dort nach, bevor Sie ihn erneut absenden</translation>
    </message>
    <message>
        <source>the folder %1 could not be made</source>
        <translation>der Ordner %1 ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>the run&apos;s copy of the input holds %1 requests, not %2</source>
        <translation>die Kopie der Eingabe enthält %1 Anfragen, nicht %2</translation>
    </message>
    <message>
        <source>there is no such run</source>
        <translation>es gibt keinen solchen Lauf</translation>
    </message>
    <message>
        <source>choose a connection for the run first</source>
        <translation>wählen Sie zuerst eine Verbindung für den Lauf</translation>
    </message>
    <message>
        <source>the run has no requests</source>
        <translation>der Lauf hat keine Anfragen</translation>
    </message>
    <message>
        <source>the run may have been submitted already: it is being looked for</source>
        <translation>der Lauf wurde vielleicht schon abgesendet: Er wird gesucht</translation>
    </message>
    <message>
        <source>only a run whose submission is in doubt is submitted again</source>
        <translation>nur ein Lauf, dessen Absenden ungewiss ist, wird erneut abgesendet</translation>
    </message>
    <message>
        <source>The same was submitted before as run %1</source>
        <translation>Dasselbe wurde schon als Lauf %1 abgesendet</translation>
    </message>
    <message>
        <source>this provider has no list of batches; only those made here can be shown</source>
        <translation>dieser Anbieter hat keine Liste der Batches; nur die hier gemachten lassen sich zeigen</translation>
    </message>
    <message>
        <source>Run %1 follows this batch already</source>
        <translation>Lauf %1 verfolgt diesen Batch schon</translation>
    </message>
    <message>
        <source>this provider tells nothing about a batch by its id</source>
        <translation>dieser Anbieter sagt nichts über einen Batch mit dieser Kennung</translation>
    </message>
    <message>
        <source>The run was submitted already</source>
        <translation>Der Lauf wurde schon abgesendet</translation>
    </message>
    <message>
        <source>%1 is not what it was when it was written</source>
        <translation>%1 ist nicht mehr, was es war, als es geschrieben wurde</translation>
    </message>
    <message>
        <source>in doubt: looking whether the last requests came there; nothing is sent meanwhile</source>
        <translation>ungewiss: Es wird nachgesehen, ob die letzten Anfragen dort ankamen; inzwischen wird nichts gesendet</translation>
    </message>
    <message>
        <source>the run&apos;s copy of the input is shorter than it was</source>
        <translation>die Kopie der Eingabe ist kürzer als zuvor</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>this provider does not list the requests of a batch</source>
        <translation>dieser Anbieter listet die Anfragen eines Batches nicht auf</translation>
    </message>
    <message>
        <source>the run is not at the provider yet</source>
        <translation>der Lauf ist noch nicht beim Anbieter</translation>
    </message>
    <message>
        <source>The batch has begun: more requests go into a new run</source>
        <translation>Der Batch hat begonnen: Weitere Anfragen kommen in einen neuen Lauf</translation>
    </message>
    <message>
        <source>batches of this provider are made in one go</source>
        <translation>Batches dieses Anbieters werden in einem Zug gemacht</translation>
    </message>
    <message>
        <source>a batch that was made elsewhere takes no more requests</source>
        <translation>ein anderswo gemachter Batch nimmt keine weiteren Anfragen an</translation>
    </message>
    <message>
        <source>the run was changed meanwhile: try again</source>
        <translation>der Lauf wurde inzwischen geändert: Versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>batches of this provider start by themselves</source>
        <translation>Batches dieses Anbieters starten von selbst</translation>
    </message>
    <message>
        <source>the run is not submitted yet</source>
        <translation>der Lauf ist noch nicht abgesendet</translation>
    </message>
    <message>
        <source>waits: there is no room on the disk</source>
        <translation>wartet: Auf dem Datenträger ist kein Platz</translation>
    </message>
    <message>
        <source>not sent: the results may need %1, and %2 are free on the disk of the library</source>
        <extracomment>%1 and %2 are sizes such as 64 MiB</extracomment>
        <translation>nicht gesendet: Die Ergebnisse brauchen vielleicht %1, und auf dem Datenträger der Bibliothek sind %2 frei</translation>
    </message>
    <message>
        <source>the disk is full: %1 are still to come, and %2 are free; it goes on as soon as there is room</source>
        <extracomment>%1 and %2 are sizes such as 64 MiB</extracomment>
        <translation>der Datenträger ist voll: %1 fehlen noch, und %2 sind frei; es geht weiter, sobald Platz ist</translation>
    </message>
    <message>
        <source>waits: something between here and the provider answers; you may have to sign in to the network</source>
        <translation>wartet: Etwas zwischen hier und dem Anbieter antwortet; vielleicht müssen Sie sich im Netz anmelden</translation>
    </message>
    <message>
        <source>%1 (since %2 UTC)</source>
        <extracomment>%1 says what is the matter, such as &quot;waits: the provider cannot be reached&quot;, %2 is a time</extracomment>
        <translation>%1 (seit %2 UTC)</translation>
    </message>
</context>
<context>
    <name>JsonActions</name>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Alt+J</source>
        <translation>Ctrl+Alt+J</translation>
    </message>
    <message>
        <source>Copy the &amp;Line as It Is</source>
        <translation>Die &amp;Zeile kopieren, wie sie ist</translation>
    </message>
    <message>
        <source>Ctrl+Alt+C</source>
        <translation>Ctrl+Alt+C</translation>
    </message>
    <message>
        <source>Copy as c&amp;url Command</source>
        <translation>Als c&amp;url-Befehl kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Alt+U</source>
        <translation>Ctrl+Alt+U</translation>
    </message>
    <message>
        <source>Copy &amp;Path of This Place</source>
        <translation>&amp;Pfad dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Alt+P</source>
        <translation>Ctrl+Alt+P</translation>
    </message>
    <message>
        <source>Fin&amp;d Rows by This Place…</source>
        <translation>Zeilen nach dieser Stelle su&amp;chen …</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F</source>
        <translation>Ctrl+Alt+F</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy of the request</source>
        <translation>Kopie der Anfrage</translation>
    </message>
    <message>
        <source>Copy of the result</source>
        <translation>Kopie des Ergebnisses</translation>
    </message>
    <message>
        <source>Copy as JSON, as a line, as a command, or the path of a place</source>
        <translation>Als JSON, als Zeile, als Befehl kopieren, oder den Pfad einer Stelle</translation>
    </message>
    <message>
        <source>Copy a command that sends this one request by itself</source>
        <translation>Einen Befehl kopieren, der diese eine Anfrage allein sendet</translation>
    </message>
    <message>
        <source>No request is shown</source>
        <translation>Es wird keine Anfrage gezeigt</translation>
    </message>
    <message>
        <source>It is not known where the request goes</source>
        <translation>Es ist nicht bekannt, wohin die Anfrage geht</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Request as JSON</source>
        <translation>Anfrage als JSON</translation>
    </message>
    <message>
        <source>Choose a request to see and edit it</source>
        <translation>Wählen Sie eine Anfrage, um sie zu sehen und zu bearbeiten</translation>
    </message>
    <message>
        <source>The beginning of a request of %1; too large to edit here.</source>
        <translation>Der Anfang einer Anfrage von %1; zu groß, um sie hier zu bearbeiten.</translation>
    </message>
    <message>
        <source>Not valid JSON, line %1: %2</source>
        <translation>Kein gültiges JSON, Zeile %1: %2</translation>
    </message>
    <message>
        <source>A request is a JSON object: { … }</source>
        <translation>Eine Anfrage ist ein JSON-Objekt: { … }</translation>
    </message>
    <message>
        <source>Not valid JSON</source>
        <translation>Kein gültiges JSON</translation>
    </message>
</context>
<context>
    <name>JsonPointer</name>
    <message>
        <source>“%1” is not a JSON Pointer such as /response/body/id</source>
        <translation>„%1“ ist kein JSON-Pointer wie /response/body/id</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>the library is closed</source>
        <translation>die Bibliothek ist geschlossen</translation>
    </message>
    <message>
        <source>the folder %1 could not be made</source>
        <translation>der Ordner %1 ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>it is not in the library</source>
        <translation>es ist nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation>es gibt keinen Lauf „%1“</translation>
    </message>
    <message>
        <source>several runs are named &quot;%1&quot;: %2; give the id</source>
        <translation>mehrere Läufe heißen „%1“: %2; nennen Sie die Kennung</translation>
    </message>
    <message>
        <source>the connection needs a name</source>
        <translation>die Verbindung braucht einen Namen</translation>
    </message>
    <message>
        <source>there is a connection &quot;%1&quot; already; choose another name</source>
        <translation>es gibt schon eine Verbindung „%1“; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>there is no such connection</source>
        <translation>es gibt keine solche Verbindung</translation>
    </message>
    <message>
        <source>the connection &quot;%1&quot; is built in and stays</source>
        <translation>die Verbindung „%1“ ist eingebaut und bleibt</translation>
    </message>
    <message>
        <source>the connection &quot;%1&quot; is in use by runs that are not over: %2</source>
        <translation>die Verbindung „%1“ wird von Läufen benutzt, die nicht beendet sind: %2</translation>
    </message>
    <message>
        <source>%1 could not be made: %2</source>
        <translation>%1 ließ sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>%1 is not a library of Batchdesk, or is damaged; name another folder</source>
        <translation>%1 ist keine Bibliothek von Batchdesk oder ist beschädigt; nennen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the library could not be brought to the new form; nothing was changed</source>
        <translation>die Bibliothek ließ sich nicht in die neue Form bringen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>the library&apos;s disk does not allow a write-ahead log; name a folder on a local disk</source>
        <translation>das Laufwerk der Bibliothek erlaubt kein Write-Ahead-Log; nennen Sie einen Ordner auf einem lokalen Laufwerk</translation>
    </message>
    <message>
        <source>%1 is damaged; put back a copy of it, or move it away to start anew</source>
        <translation>%1 ist beschädigt; legen Sie eine Kopie davon zurück, oder schieben Sie sie weg, um neu anzufangen</translation>
    </message>
    <message>
        <source>another program is writing to the library</source>
        <translation>ein anderes Programm schreibt gerade in die Bibliothek</translation>
    </message>
    <message>
        <source>the library may not be written; check the permissions of its folder</source>
        <translation>die Bibliothek darf nicht beschrieben werden; prüfen Sie die Rechte ihres Ordners</translation>
    </message>
    <message>
        <source>the library could not be read or written; check the disk</source>
        <translation>die Bibliothek ließ sich nicht lesen oder schreiben; prüfen Sie das Laufwerk</translation>
    </message>
    <message>
        <source>the disk is full; make room</source>
        <translation>das Laufwerk ist voll; schaffen Sie Platz</translation>
    </message>
    <message>
        <source>the library could not be opened; check its folder and permissions</source>
        <translation>die Bibliothek ließ sich nicht öffnen; prüfen Sie ihren Ordner und dessen Rechte</translation>
    </message>
    <message>
        <source>library.db is damaged; put back a copy of it, or move it away to start anew</source>
        <translation>library.db ist beschädigt; legen Sie eine Kopie davon zurück, oder schieben Sie sie weg, um neu anzufangen</translation>
    </message>
    <message>
        <source>the library could not be used</source>
        <translation>die Bibliothek ließ sich nicht benutzen</translation>
    </message>
    <message>
        <source>it is not in the library, or could not be added to it</source>
        <translation>es ist nicht in der Bibliothek oder ließ sich ihr nicht hinzufügen</translation>
    </message>
    <message>
        <source>another program has gone on with this batch; nothing was changed</source>
        <translation>ein anderes Programm hat mit diesem Batch weitergemacht; nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1 is damaged, and another program has it open; close that first, then it is made again from the records beside it</source>
        <translation>%1 ist beschädigt, und ein anderes Programm hat sie geöffnet; beenden Sie das zuerst, dann wird sie aus den Aufzeichnungen daneben neu angelegt</translation>
    </message>
    <message>
        <source>another program is busy with the library; try again</source>
        <translation>ein anderes Programm ist mit der Bibliothek beschäftigt; versuchen Sie es noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The library&apos;s database was damaged. It is kept as %1, and was made again from the records beside it.</source>
        <translation>Die Datenbank der Bibliothek war beschädigt. Sie ist als %1 aufgehoben und wurde aus den Aufzeichnungen daneben neu angelegt.</translation>
    </message>
    <message>
        <source>The library&apos;s database was gone. It was made again from the records beside it.</source>
        <translation>Die Datenbank der Bibliothek war weg. Sie wurde aus den Aufzeichnungen daneben neu angelegt.</translation>
    </message>
    <message>
        <source>The library was put back from a copy.</source>
        <translation>Die Bibliothek wurde aus einer Kopie zurückgeholt.</translation>
    </message>
    <message>
        <source>This copy has taken the place of its original.</source>
        <translation>Diese Kopie ist an die Stelle ihres Originals getreten.</translation>
    </message>
    <message>
        <source>The library&apos;s database had lost its last changes, or an older copy was put back. They were taken from the records beside it.</source>
        <translation>Der Datenbank der Bibliothek fehlten die letzten Änderungen, oder es wurde eine ältere Kopie zurückgelegt. Sie wurden den Aufzeichnungen daneben entnommen.</translation>
    </message>
    <message>
        <source>Taken from there: %1, %2.</source>
        <extracomment>%1 is &quot;3 runs&quot;, %2 is &quot;4 batches&quot;</extracomment>
        <translation>Von dort übernommen: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n Batch</numerusform>
            <numerusform>%n Batches</numerusform>
        </translation>
    </message>
    <message>
        <source>Their states are as of their last change and are asked for again; what was wished and not yet done is to be wished again.</source>
        <translation>Ihre Zustände sind die der letzten Änderung und werden neu erfragt; was gewünscht und noch nicht getan war, ist noch einmal zu wünschen.</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) may or may not have been made: %1. Nothing is sent again by itself.</source>
        <translation>
            <numerusform>%n Einreichung wurde vielleicht ausgeführt, vielleicht nicht: %1. Von selbst wird nichts noch einmal gesendet.</numerusform>
            <numerusform>%n Einreichungen wurden vielleicht ausgeführt, vielleicht nicht: %1. Von selbst wird nichts noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be read: %1. Look at the provider&apos;s list before you send anything again.</source>
        <translation>
            <numerusform>%n Aufzeichnung konnte nicht gelesen werden: %1. Sehen Sie in die Liste des Anbieters, bevor Sie etwas noch einmal senden.</numerusform>
            <numerusform>%n Aufzeichnungen konnten nicht gelesen werden: %1. Sehen Sie in die Liste des Anbieters, bevor Sie etwas noch einmal senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>this library is no copy of another one</source>
        <translation>diese Bibliothek ist keine Kopie einer anderen</translation>
    </message>
    <message>
        <source>%1 could not be renamed</source>
        <translation>%1 konnte nicht umbenannt werden</translation>
    </message>
    <message>
        <source>this library is a copy of %1; so that nothing is submitted or asked for twice it waits until you say that the original is no longer used (batchctl library take-over)</source>
        <extracomment>%1 is the path of a file, with the name of a computer</extracomment>
        <translation>diese Bibliothek ist eine Kopie von %1; damit nichts doppelt eingereicht oder erfragt wird, wartet sie, bis Sie sagen, dass das Original nicht mehr benutzt wird (batchctl library take-over)</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>einer anderen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is a folder, %2 the name of a computer</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>the record is not what was written</source>
        <translation>die Aufzeichnung ist nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>the record is of a newer Batchdesk</source>
        <translation>die Aufzeichnung stammt von einem neueren Batchdesk</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>in doubt: the library was damaged while this was being submitted</source>
        <translation>ungewiss: Die Bibliothek wurde beschädigt, während dies eingereicht wurde</translation>
    </message>
    <message>
        <source>in doubt: another copy of this library may have submitted it</source>
        <translation>ungewiss: Eine andere Kopie dieser Bibliothek hat dies vielleicht eingereicht</translation>
    </message>
    <message>
        <source>%1 is used by a newer Batchdesk (form %2, this program knows %3); update this program, nothing was changed</source>
        <extracomment>%1 is a file; %2 and %3 are numbers of the form of the database</extracomment>
        <translation>%1 wird von einem neueren Batchdesk benutzt (Form %2, dieses Programm kennt %3); bringen Sie dieses Programm auf den neuesten Stand, geändert wurde nichts</translation>
    </message>
</context>
<context>
    <name>LibraryBanner</name>
    <message>
        <source>This library is a copy of %1. Runs can be looked at and exported here, but nothing is submitted or asked for, so that it is not done twice. If the original is no longer used, go on here.</source>
        <extracomment>%1 is a folder, with the name of a computer</extracomment>
        <translation>Diese Bibliothek ist eine Kopie von %1. Läufe können hier angesehen und exportiert werden, aber es wird nichts eingereicht oder erfragt, damit es nicht doppelt geschieht. Wird das Original nicht mehr benutzt, machen Sie hier weiter.</translation>
    </message>
    <message>
        <source>Go On Here</source>
        <translation>Hier weitermachen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>These are all runs</source>
        <translation>Das sind alle Läufe</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>There is a draft that was changed and not submitted. It is lost when the window closes.</source>
        <translation>Ein Entwurf wurde geändert und nicht abgesendet. Er geht verloren, wenn das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Close Anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Keep Working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Beim Anbieter</translation>
    </message>
    <message>
        <source>Close Window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <source>A key of the metadata is empty</source>
        <translation>Ein Schlüssel der Metadaten ist leer</translation>
    </message>
    <message>
        <source>The metadata key %1 is kept for Batchdesk itself</source>
        <translation>Der Metadatenschlüssel %1 ist Batchdesk selbst vorbehalten</translation>
    </message>
    <message numerus="yes">
        <source>The metadata key &quot;%1&quot; is longer than %n character(s)</source>
        <translation>
            <numerusform>Der Metadatenschlüssel „%1“ ist länger als %n Zeichen</numerusform>
            <numerusform>Der Metadatenschlüssel „%1“ ist länger als %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>The metadata value of &quot;%1&quot; is not JSON</source>
        <translation>Der Metadatenwert von „%1“ ist kein JSON</translation>
    </message>
    <message numerus="yes">
        <source>The metadata value of &quot;%1&quot; is longer than %n character(s)</source>
        <translation>
            <numerusform>Der Metadatenwert von „%1“ ist länger als %n Zeichen</numerusform>
            <numerusform>Der Metadatenwert von „%1“ ist länger als %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes no metadata</source>
        <translation>%1 nimmt keine Metadaten an</translation>
    </message>
    <message>
        <source>The metadata key &quot;%1&quot; is there twice</source>
        <translation>Der Metadatenschlüssel „%1“ kommt doppelt vor</translation>
    </message>
    <message numerus="yes">
        <source>The metadata may hold at most %n pair(s)</source>
        <translation>
            <numerusform>Die Metadaten dürfen höchstens %n Paar enthalten</numerusform>
            <numerusform>Die Metadaten dürfen höchstens %n Paare enthalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamedTextTable</name>
    <message>
        <source>Add a row (Insert)</source>
        <translation>Eine Zeile hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Take the row out (Delete)</source>
        <translation>Die Zeile herausnehmen (Entf)</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>where the proxy asks for one</source>
        <translation>wo der Proxy einen verlangt</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Rechner:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Nutzer:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>This computer itself, such as the practice provider, is always asked without a proxy. Requests and keys go through a proxy encrypted; it sees which provider is asked and nothing more. The password is kept in the system&apos;s keychain.</source>
        <translation>Dieser Rechner selbst, etwa der Übungsanbieter, wird immer ohne Proxy gefragt. Anfragen und Schlüssel gehen verschlüsselt durch einen Proxy; er sieht, welcher Anbieter gefragt wird, und sonst nichts. Das Passwort liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>A provider with a certificate of its own: its file is set in the connection.</source>
        <translation>Ein Anbieter mit eigenem Zertifikat: Dessen Datei wird in der Verbindung angegeben.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The proxy&apos;s host is a name or an address, such as proxy.example.</source>
        <translation>Der Rechner des Proxys ist ein Name oder eine Adresse, etwa proxy.example.</translation>
    </message>
    <message>
        <source>The proxy&apos;s port is missing.</source>
        <translation>Der Port des Proxys fehlt.</translation>
    </message>
    <message>
        <source>The password for this proxy and user is missing.</source>
        <translation>Das Passwort für diesen Proxy und Benutzer fehlt.</translation>
    </message>
</context>
<context>
    <name>NewRunPage</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>being checked</source>
        <extracomment>for a screen reader, behind the draft&apos;s name</extracomment>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>enthält Fehler</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Back to the runs; drafts stay here</source>
        <translation>Zurück zu den Läufen; Entwürfe bleiben hier</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Key refused. Replace the key</source>
        <translation>Schlüssel abgelehnt. Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>The key may not do that. Use another key</source>
        <translation>Der Schlüssel darf das nicht. Einen anderen nehmen</translation>
    </message>
    <message>
        <source>The key cannot be read. Unlock the keychain</source>
        <translation>Der Schlüssel ist nicht lesbar. Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>A limit of the account is reached. Raise it, or wait</source>
        <translation>Eine Grenze des Kontos ist erreicht. Erhöhen oder warten</translation>
    </message>
    <message>
        <source>No secure connection. Look at the connection</source>
        <translation>Keine sichere Verbindung. Verbindung ansehen</translation>
    </message>
    <message>
        <source>The provider does not know it. Check its key</source>
        <translation>Der Anbieter kennt es nicht. Schlüssel prüfen</translation>
    </message>
    <message>
        <source>The requests were refused. Open it to see why</source>
        <translation>Die Anfragen wurden abgelehnt. Öffnen zeigt, warum</translation>
    </message>
    <message>
        <source>Its file is gone. Open the file again</source>
        <translation>Die Datei ist fort. Datei wieder öffnen</translation>
    </message>
    <message>
        <source>A file could not be written. Make room on the disk</source>
        <translation>Eine Datei ließ sich nicht schreiben. Platz schaffen</translation>
    </message>
    <message>
        <source>The provider cannot be reached. It is tried again</source>
        <translation>Der Anbieter ist nicht zu erreichen. Es wird wieder versucht</translation>
    </message>
    <message>
        <source>Uncertain whether it was taken. Check now</source>
        <translation>Ungewiss, ob es angenommen wurde. Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Something went wrong. Open it to see</source>
        <translation>Etwas ging schief. Öffnen zeigt, was</translation>
    </message>
    <message>
        <source>All requests are there. Start the run</source>
        <translation>Alle Anfragen sind da. Lauf starten</translation>
    </message>
    <message>
        <source>Uncertain which requests came. Open it to decide</source>
        <translation>Ungewiss, welche Anfragen ankamen. Öffnen und entscheiden</translation>
    </message>
    <message>
        <source>The window ended. Fetch what was answered</source>
        <translation>Das Zeitfenster ist um. Antworten abholen</translation>
    </message>
    <message>
        <source>It was not taken. Submit it again</source>
        <translation>Es wurde nicht angenommen. Erneut abschicken</translation>
    </message>
    <message>
        <source>Failed at the provider. Open it to see why</source>
        <translation>Beim Anbieter gescheitert. Öffnen zeigt, warum</translation>
    </message>
    <message>
        <source>Stopped. Look at what came back</source>
        <translation>Angehalten. Ansehen, was zurückkam</translation>
    </message>
    <message numerus="yes">
        <source>Ended, %Ln failed. Look at the results</source>
        <translation>
            <numerusform>Zu Ende, %Ln gescheitert. Ergebnisse ansehen</numerusform>
            <numerusform>Zu Ende, %Ln gescheitert. Ergebnisse ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended. Look at the results</source>
        <translation>Zu Ende. Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>No estimate yet</source>
        <translation>Noch keine Schätzung</translation>
    </message>
    <message>
        <source>Takes longer than usual</source>
        <translation>Dauert länger als sonst</translation>
    </message>
    <message numerus="yes">
        <source>About %1 left, by %Ln earlier one(s)</source>
        <extracomment>%1 is a span of time such as &quot;12 min&quot;; %n earlier batches tell it</extracomment>
        <translation>
            <numerusform>Noch etwa %1, nach %Ln früheren</numerusform>
            <numerusform>Noch etwa %1, nach %Ln früheren</numerusform>
        </translation>
    </message>
    <message>
        <source>Results may be deleted. Fetch them</source>
        <translation>Ergebnisse können gelöscht werden. Abholen</translation>
    </message>
    <message>
        <source>Results are deleted %1. Fetch them</source>
        <extracomment>%1 is such as &quot;in 3 days&quot;</extracomment>
        <translation>Ergebnisse werden %1 gelöscht. Abholen</translation>
    </message>
    <message>
        <source>The window has ended</source>
        <translation>Das Zeitfenster ist um</translation>
    </message>
    <message>
        <source>Window ends %1</source>
        <extracomment>%1 is such as &quot;in 2 h&quot;</extracomment>
        <translation>Zeitfenster endet %1</translation>
    </message>
    <message>
        <source>The window has ended at %1 %</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Das Zeitfenster ist um, bei %1 %</translation>
    </message>
    <message>
        <source>Window ends %1 at %2 %</source>
        <extracomment>%1 is such as &quot;in 2 h&quot;, %2 a number</extracomment>
        <translation>Zeitfenster endet %1, bei %2 %</translation>
    </message>
    <message>
        <source>Submit it when it is ready</source>
        <translation>Abschicken, wenn er fertig ist</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>Should end soon</source>
        <translation>Sollte bald enden</translation>
    </message>
    <message>
        <source>About %1 left, at its pace so far</source>
        <extracomment>%1 is a span of time such as &quot;12 min&quot;</extracomment>
        <translation>Noch etwa %1, so schnell wie bisher</translation>
    </message>
</context>
<context>
    <name>NoRows</name>
    <message>
        <source>The run was not sent</source>
        <translation>Der Lauf wurde nicht abgesendet</translation>
    </message>
    <message>
        <source>Results come once it is submitted and the provider has answered.</source>
        <translation>Ergebnisse kommen, wenn der Lauf abgesendet ist und der Anbieter geantwortet hat.</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>Der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The provider gave no results for it, and no reason.</source>
        <translation>Der Anbieter gab dafür keine Ergebnisse und keinen Grund.</translation>
    </message>
    <message>
        <source>It is not certain that the provider has this run</source>
        <translation>Es ist nicht gewiss, dass der Anbieter diesen Lauf hat</translation>
    </message>
    <message>
        <source>It is looked for. Nothing is sent again unless you say so.</source>
        <translation>Er wird gesucht. Nichts wird erneut gesendet, solange Sie es nicht sagen.</translation>
    </message>
    <message>
        <source>No results came back</source>
        <translation>Es kamen keine Ergebnisse zurück</translation>
    </message>
    <message>
        <source>The run has ended, and the provider has none for it.</source>
        <translation>Der Lauf ist beendet, und der Anbieter hat keine dafür.</translation>
    </message>
    <message>
        <source>The results are not here yet</source>
        <translation>Die Ergebnisse sind noch nicht hier</translation>
    </message>
    <message>
        <source>The run has ended; its results are still to be fetched.</source>
        <translation>Der Lauf ist beendet; seine Ergebnisse sind noch abzuholen.</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Noch keine Ergebnisse</translation>
    </message>
    <message>
        <source>They are fetched by themselves once the run has ended.</source>
        <translation>Sie werden von selbst abgeholt, sobald der Lauf beendet ist.</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>A run has &amp;ended</source>
        <translation>Ein Lauf ist zu &amp;Ende</translation>
    </message>
    <message>
        <source>A run has &amp;failed</source>
        <translation>Ein Lauf ist &amp;gescheitert</translation>
    </message>
    <message>
        <source>Something &amp;needs you: a key, or a submission in doubt</source>
        <translation>Etwas &amp;braucht Sie: ein Schlüssel oder eine ungewisse Übergabe</translation>
    </message>
    <message>
        <source>Only while the &amp;window is not active</source>
        <translation>Nur solange das &amp;Fenster nicht aktiv ist</translation>
    </message>
    <message>
        <source>Tell on the desktop when:</source>
        <translation>Auf dem Schreibtisch melden, wenn:</translation>
    </message>
    <message>
        <source>What happens at about the same time is told in one notification, without a sound. The window itself always tells everything.</source>
        <translation>Was etwa zur selben Zeit geschieht, kommt in einer Benachrichtigung, ohne Ton. Das Fenster selbst sagt immer alles.</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 requests answered</source>
        <translation>%1 von %2 Anfragen beantwortet</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) have ended</source>
        <translation>
            <numerusform>%Ln Lauf ist beendet</numerusform>
            <numerusform>%Ln Läufe sind beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) need you</source>
        <translation>
            <numerusform>%Ln Sache braucht Sie</numerusform>
            <numerusform>%Ln Sachen brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>What the provider sent</source>
        <translation>Was der Anbieter gesendet hat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Provider&apos;s word</source>
        <translation>Laut Anbieter</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Request id for the provider&apos;s support: %1</source>
        <translation>Anfragekennung für den Support des Anbieters: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>label of a fact, such as &quot;Connection:&quot;</extracomment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>%1 (not known to Batchdesk)</source>
        <translation>%1 (Batchdesk nicht bekannt)</translation>
    </message>
    <message>
        <source>Batch id</source>
        <translation>Batch-Kennung</translation>
    </message>
    <message>
        <source>Input file id</source>
        <translation>Kennung der Eingabedatei</translation>
    </message>
    <message>
        <source>Output file id</source>
        <translation>Kennung der Ausgabedatei</translation>
    </message>
    <message>
        <source>Error file id</source>
        <translation>Kennung der Fehlerdatei</translation>
    </message>
    <message>
        <source>Model at the provider</source>
        <translation>Modell beim Anbieter</translation>
    </message>
    <message>
        <source>Vendor behind it</source>
        <translation>Hersteller dahinter</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Abgesendet</translation>
    </message>
    <message>
        <source>Window ends</source>
        <translation>Zeitfenster endet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Zuletzt abgefragt</translation>
    </message>
    <message>
        <source>Last request id</source>
        <translation>Letzte Anfragekennung</translation>
    </message>
    <message>
        <source>Added there</source>
        <translation>Dort hinzugefügt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <extracomment>what a provider counts: requests that succeeded</extracomment>
        <translation>%1 gelungen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 abgelaufen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Provider counts</source>
        <translation>Der Anbieter zählt</translation>
    </message>
    <message>
        <source>At the pace of this run it will be done %1.</source>
        <translation>Im Tempo dieses Laufs ist er %1 fertig.</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Several runs are selected</source>
        <translation>Mehrere Läufe sind ausgewählt</translation>
    </message>
    <message>
        <source>No run here follows this batch</source>
        <translation>Kein Lauf hier verfolgt diesen Batch</translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation>Kein Lauf ist ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Drafts (%1)</source>
        <translation>&amp;Entwürfe (%1)</translation>
    </message>
    <message>
        <source>No batch is selected</source>
        <translation>Kein Batch ist ausgewählt</translation>
    </message>
    <message>
        <source>Runs are deleted on their own page</source>
        <translation>Läufe werden auf ihrer eigenen Seite gelöscht</translation>
    </message>
</context>
<context>
    <name>PollingPage</name>
    <message>
        <source>Ask about all runs under way when the computer &amp;wakes up</source>
        <translation>Nach allen laufenden Läufen fragen, wenn der Rechner auf&amp;wacht</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Shortest wait</source>
        <translation>Kürzeste Wartezeit</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Shortest wait of %1</source>
        <translation>Kürzeste Wartezeit von %1</translation>
    </message>
    <message>
        <source>Longest wait of %1</source>
        <translation>Längste Wartezeit von %1</translation>
    </message>
    <message>
        <source>A young batch is asked about after the shortest wait; the longer it takes, the longer the waits become.</source>
        <translation>Nach einem jungen Batch wird nach der kürzesten Zeit gefragt; je länger er dauert, desto länger werden die Pausen.</translation>
    </message>
    <message>
        <source>There are no connections of your own yet. Once there are, their waits can be set here.</source>
        <translation>Noch gibt es keine eigenen Verbindungen. Sobald es welche gibt, stehen ihre Wartezeiten hier.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>as the provider suggests</source>
        <translation>wie vom Anbieter empfohlen</translation>
    </message>
    <message>
        <source>The longest wait of “%1” is shorter than its shortest.</source>
        <translation>Die längste Wartezeit von „%1“ ist kürzer als die kürzeste.</translation>
    </message>
</context>
<context>
    <name>PracticeCommand</name>
    <message>
        <source>Port on 127.0.0.1; 0 picks a free one.</source>
        <translation>Port auf 127.0.0.1; 0 wählt einen freien.</translation>
    </message>
    <message>
        <source>The only key that is taken; without it any is.</source>
        <translation>Der einzige Schlüssel, der angenommen wird; ohne Angabe gilt jeder.</translation>
    </message>
    <message>
        <source>How long a batch takes.</source>
        <translation>Wie lange ein Batch dauert.</translation>
    </message>
    <message>
        <source>Share of the rows that fail, from 0 to 1.</source>
        <translation>Anteil der Zeilen, die fehlschlagen, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Folder that keeps files and batches.</source>
        <translation>Ordner für Dateien und Batches.</translation>
    </message>
    <message>
        <source>Print JSON Lines.</source>
        <translation>JSON Lines ausgeben.</translation>
    </message>
    <message>
        <source>A provider on this computer, to try things out. In a prompt, practice:refuse, practice:empty,
practice:truncate, practice:malformed and practice:fail ask for that outcome; metadata
practice=expire, lose, fail or slow for a batch that expires, loses rows, fails or takes its time.
Models that begin with no-batch have no batch.</source>
        <translation>Ein Anbieter auf diesem Rechner, zum Ausprobieren. In einem Prompt verlangen practice:refuse,
practice:empty, practice:truncate, practice:malformed und practice:fail den jeweiligen Ausgang;
Metadaten practice=expire, lose, fail oder slow ergeben einen Batch, der abläuft, Zeilen verliert,
fehlschlägt oder sich Zeit lässt. Modelle, die mit no-batch beginnen, haben keinen Batch.</translation>
    </message>
    <message>
        <source>practice takes no argument such as &quot;%1&quot;.</source>
        <translation>practice nimmt kein Argument wie „%1“ an.</translation>
    </message>
    <message>
        <source>--port takes a whole number from 0 to 65535.</source>
        <translation>--port verlangt eine ganze Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>--seconds takes a number from 0.001 to 1000000.</source>
        <translation>--seconds verlangt eine Zahl von 0.001 bis 1000000.</translation>
    </message>
    <message>
        <source>--fail takes a number from 0 to 1.</source>
        <translation>--fail verlangt eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>--idle-exit takes a number of seconds.</source>
        <translation>--idle-exit verlangt eine Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>Usage: batchctl practice [options]</source>
        <translation>Aufruf: batchctl practice [Optionen]</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Another practice provider works in %1.</source>
        <translation>Ein anderer Übungsanbieter arbeitet in %1.</translation>
    </message>
</context>
<context>
    <name>PracticeLauncher</name>
    <message>
        <source>The practice provider could not be started: %1</source>
        <translation>Der Übungsanbieter konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>it does not answer.</source>
        <translation>er antwortet nicht.</translation>
    </message>
    <message>
        <source>batchctl is neither beside this program nor in the search path.</source>
        <translation>batchctl liegt weder neben diesem Programm noch im Suchpfad.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made.</source>
        <translation>der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>PracticeSample</name>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Show this page as it is from the start</source>
        <translation>Diese Seite zeigen, wie sie von Anfang an ist</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>%1 is UTF-16 text. Save it as UTF-8.</source>
        <translation>%1 ist UTF-16-Text. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>%1 is no text: it holds binary data. Choose a file of JSON lines.</source>
        <translation>%1 ist kein Text, sondern enthält Binärdaten. Wählen Sie eine Datei mit JSON-Zeilen.</translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message>
        <source>%1 %2</source>
        <extracomment>status of HTTP and a provider&apos;s code of an error: &quot;429 rate_limit&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All other reasons together</source>
        <translation>Alle anderen Gründe zusammen</translation>
    </message>
    <message>
        <source>The answer was cut at the greatest number of tokens.</source>
        <translation>Die Antwort wurde bei der höchsten Zahl von Tokens abgeschnitten.</translation>
    </message>
    <message>
        <source>The model or its filter declined to answer.</source>
        <translation>Das Modell oder sein Filter wollte nicht antworten.</translation>
    </message>
    <message>
        <source>The answer has no text.</source>
        <translation>Die Antwort hat keinen Text.</translation>
    </message>
    <message>
        <source>The answer cannot be read.</source>
        <translation>Die Antwort ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The window of the batch ended before it was answered.</source>
        <translation>Das Zeitfenster des Batches endete, bevor es beantwortet war.</translation>
    </message>
    <message>
        <source>The run was cancelled before it was answered.</source>
        <translation>Der Lauf wurde abgebrochen, bevor es beantwortet war.</translation>
    </message>
    <message>
        <source>The batch is over, and no file has a result for it.</source>
        <translation>Der Batch ist vorbei, und keine Datei hat ein Ergebnis dafür.</translation>
    </message>
    <message>
        <source>It failed, and no reason was given.</source>
        <translation>Es scheiterte, und kein Grund wurde genannt.</translation>
    </message>
    <message>
        <source>Message of the first of these rows</source>
        <translation>Meldung der ersten dieser Zeilen</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>Diese Zeilen zeigen</translation>
    </message>
    <message>
        <source>Copy list of ids</source>
        <translation>Liste der IDs kopieren</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Show the rows with this problem among the results</source>
        <translation>Die Zeilen mit diesem Problem unter den Ergebnissen zeigen</translation>
    </message>
    <message>
        <source>Copy the ids of these rows, one a line</source>
        <translation>Die IDs dieser Zeilen kopieren, eine je Zeile</translation>
    </message>
    <message>
        <source>Looking through the results…</source>
        <translation>Die Ergebnisse werden durchgesehen …</translation>
    </message>
    <message>
        <source>Each row is read once, to put those with the same reason together.</source>
        <translation>Jede Zeile wird einmal gelesen, um die mit demselben Grund zusammenzulegen.</translation>
    </message>
    <message>
        <source>The results cannot be read</source>
        <translation>Die Ergebnisse sind nicht lesbar</translation>
    </message>
    <message>
        <source>No problems so far</source>
        <translation>Noch keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have no answer yet.</source>
        <translation>
            <numerusform>%Ln Zeile hat noch keine Antwort.</numerusform>
            <numerusform>%Ln Zeilen haben noch keine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Each request was answered.</source>
        <translation>Jede Anfrage wurde beantwortet.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln id(s) are in the clipboard.</source>
        <translation>
            <numerusform>%Ln ID ist in der Zwischenablage.</numerusform>
            <numerusform>%Ln IDs sind in der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit these again…</source>
        <translation>Diese erneut absenden …</translation>
    </message>
    <message>
        <source>Submit all again…</source>
        <translation>Alle erneut absenden …</translation>
    </message>
    <message>
        <source>Prepare a new run of the requests with this problem; nothing is sent yet</source>
        <translation>Einen neuen Lauf aus den Anfragen mit diesem Problem vorbereiten; noch wird nichts gesendet</translation>
    </message>
    <message>
        <source>Prepare a new run of all requests without a good answer; nothing is sent yet</source>
        <translation>Einen neuen Lauf aus allen Anfragen ohne gute Antwort vorbereiten; noch wird nichts gesendet</translation>
    </message>
    <message>
        <source>No problem is chosen</source>
        <translation>Es ist kein Problem ausgewählt</translation>
    </message>
    <message>
        <source>Unknown id</source>
        <translation>Unbekannte Kennung</translation>
    </message>
    <message>
        <source>The provider sent results that answer no request of this run.</source>
        <translation>Der Anbieter hat Ergebnisse geschickt, die keine Anfrage dieses Laufs beantworten.</translation>
    </message>
    <message>
        <source>These results answer no request of this run</source>
        <translation>Diese Ergebnisse beantworten keine Anfrage dieses Laufs</translation>
    </message>
    <message>
        <source>No request has a problem</source>
        <translation>Keine Anfrage hat ein Problem</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile %1 cannot be opened: %2</source>
        <translation>Das Profil %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>There are no profiles in %1</source>
        <translation>In %1 gibt es keine Profile</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;</source>
        <translation>Es gibt kein Profil „%1“</translation>
    </message>
    <message>
        <source>The base URL %1 cannot be used: it has to begin with https://, or with http:// for this computer, and may not hold a user name</source>
        <translation>Die Basis-URL %1 ist nicht verwendbar: Sie muss mit https:// beginnen, oder mit http:// für diesen Rechner, und darf keinen Benutzernamen enthalten</translation>
    </message>
    <message>
        <source>The profile file %1 has a wrong or missing field &quot;%2&quot;</source>
        <translation>In der Profildatei %1 ist das Feld „%2“ falsch oder fehlt</translation>
    </message>
    <message>
        <source>The profile file %1 has an unknown field &quot;%2&quot;</source>
        <translation>Die Profildatei %1 enthält ein unbekanntes Feld „%2“</translation>
    </message>
    <message>
        <source>The profile file %1 is not a JSON object: %2</source>
        <translation>Die Profildatei %1 ist kein JSON-Objekt: %2</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;</source>
        <translation>Es gibt keine Einstellung „%1“</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; cannot be &quot;%2&quot;</source>
        <translation>Die Einstellung „%1“ kann nicht „%2“ sein</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>Progress over time</source>
        <translation>Fortschritt über die Zeit</translation>
    </message>
    <message>
        <source>Likely done %1</source>
        <translation>Wohl fertig %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1: %2 of %3 done, %4 failed</source>
        <extracomment>a point of a picture: time, requests done, of all, failed</extracomment>
        <translation>%1: %2 von %3 fertig, %4 gescheitert</translation>
    </message>
</context>
<context>
    <name>RawPane</name>
    <message>
        <source>asked %1</source>
        <translation>gefragt %1</translation>
    </message>
    <message>
        <source>request id %1</source>
        <translation>Anfrage-ID %1</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <source>Last error of %1</source>
        <translation>Letzter Fehler von %1</translation>
    </message>
    <message>
        <source>Answer as it came</source>
        <translation>Antwort, wie sie kam</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Diese Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy all answers</source>
        <translation>Alle Antworten kopieren</translation>
    </message>
    <message>
        <source>Answers of the provider</source>
        <translation>Antworten des Anbieters</translation>
    </message>
    <message>
        <source>With what is known of it; keys are hidden</source>
        <translation>Mit dem, was darüber bekannt ist; Schlüssel sind verdeckt</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>What the provider says of this run is kept here as it came, for bug reports.</source>
        <translation>Was der Anbieter zu diesem Lauf sagt, wird hier aufgehoben, wie es kam, für Fehlerberichte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) are in the clipboard.</source>
        <translation>
            <numerusform>%Ln Antwort ist in der Zwischenablage.</numerusform>
            <numerusform>%Ln Antworten sind in der Zwischenablage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Redact</name>
    <message numerus="yes">
        <source> ... (cut, %n character(s) in all)</source>
        <extracomment>After a text that was cut: %n is the length of the whole</extracomment>
        <translation>
            <numerusform> … (gekürzt, %n Zeichen insgesamt)</numerusform>
            <numerusform> … (gekürzt, %n Zeichen insgesamt)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteCommands</name>
    <message>
        <source>The requests that the batch was made of</source>
        <translation>Die Anfragen, aus denen der Batch gemacht wurde</translation>
    </message>
    <message>
        <source>Reading the requests of %1…</source>
        <translation>Die Anfragen von %1 werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>%1 is followed as run %2.</source>
        <translation>%1 wird als Lauf %2 verfolgt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the id of a batch, then what went wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the Run</source>
        <translation>Den Lauf öffnen</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %Ln request(s), the batch %1. Is it the right file?</source>
        <extracomment>%1 is a number of requests, too</extracomment>
        <translation>
            <numerusform>Die Datei enthält %Ln Anfrage, der Batch %1. Ist es die richtige Datei?</numerusform>
            <numerusform>Die Datei enthält %Ln Anfragen, der Batch %1. Ist es die richtige Datei?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteFilter</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Batches at a time</source>
        <translation>Batches auf einmal</translation>
    </message>
    <message numerus="yes">
        <source>%n at a time</source>
        <translation>
            <numerusform>%n auf einmal</numerusform>
            <numerusform>%n auf einmal</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Connection:</source>
        <translation>&amp;Verbindung:</translation>
    </message>
    <message>
        <source>S&amp;tatus:</source>
        <translation>&amp;Status:</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Only batches with this status: ours, or the provider&apos;s own word</source>
        <translation>Nur Batches mit diesem Status: unserem oder dem Wort des Anbieters</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
</context>
<context>
    <name>RemoteModel</name>
    <message>
        <source>The provider says “%1”, a word that is not known here</source>
        <translation>Der Anbieter sagt „%1“, ein Wort, das hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>%1, in the bin</source>
        <extracomment>%1 is the id of a run</extracomment>
        <translation>%1, im Papierkorb</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>Laut Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Our run</source>
        <translation>Unser Lauf</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1, followed here</source>
        <translation>%1, hier verfolgt</translation>
    </message>
</context>
<context>
    <name>RemotePage</name>
    <message>
        <source>Back to the runs</source>
        <translation>Zurück zu den Läufen</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Beim Anbieter</translation>
    </message>
    <message>
        <source>Load &amp;More</source>
        <translation>&amp;Mehr laden</translation>
    </message>
    <message>
        <source>Id of a batch to follow</source>
        <translation>Kennung eines Batches, der verfolgt werden soll</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <source>Follow the batch with this id</source>
        <translation>Den Batch mit dieser Kennung verfolgen</translation>
    </message>
    <message>
        <source>Follow a batch by its &amp;id:</source>
        <translation>Einen Batch über seine &amp;Kennung verfolgen:</translation>
    </message>
    <message>
        <source>Batches at the provider</source>
        <translation>Batches beim Anbieter</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Ask for the batches before these</source>
        <translation>Nach den Batches vor diesen fragen</translation>
    </message>
    <message>
        <source>The provider has no more than these</source>
        <translation>Der Anbieter hat nicht mehr als diese</translation>
    </message>
    <message>
        <source>This is for the page “At the provider”</source>
        <translation>Das gehört zur Seite „Beim Anbieter“</translation>
    </message>
    <message>
        <source>No batch is selected</source>
        <translation>Kein Batch ist ausgewählt</translation>
    </message>
    <message>
        <source>This batch is followed already</source>
        <translation>Dieser Batch wird schon verfolgt</translation>
    </message>
    <message>
        <source>Several batches are selected</source>
        <translation>Mehrere Batches sind ausgewählt</translation>
    </message>
    <message>
        <source>Write the id of a batch first</source>
        <translation>Schreiben Sie zuerst die Kennung eines Batches</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch</numerusform>
            <numerusform>%Ln Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln followed here</source>
        <extracomment>%1 is such as &quot;20 batches&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln hier verfolgt</numerusform>
            <numerusform>%1, %Ln hier verfolgt</numerusform>
        </translation>
    </message>
    <message>
        <source>Any Status</source>
        <translation>Jeder Status</translation>
    </message>
</context>
<context>
    <name>RemoteRequestModel</name>
    <message>
        <source>custom_id</source>
        <translation>custom_id</translation>
    </message>
    <message>
        <source>Provider says</source>
        <translation>Laut Anbieter</translation>
    </message>
    <message>
        <source>Its id there</source>
        <translation>Seine Kennung dort</translation>
    </message>
</context>
<context>
    <name>RemoteRequestsPane</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the provider for its list again (F5)</source>
        <translation>Den Anbieter noch einmal nach seiner Liste fragen (F5)</translation>
    </message>
    <message>
        <source>Requests at the provider</source>
        <translation>Anfragen beim Anbieter</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Only requests with this status, in the provider&apos;s own word</source>
        <translation>Nur Anfragen mit diesem Status, im Wort des Anbieters</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>S&amp;tatus:</source>
        <translation>&amp;Status:</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Load &amp;More</source>
        <translation>&amp;Mehr laden</translation>
    </message>
    <message>
        <source>Ask for the requests behind these</source>
        <translation>Nach den Anfragen hinter diesen fragen</translation>
    </message>
    <message>
        <source>The provider has no more than these</source>
        <translation>Der Anbieter hat nicht mehr als diese</translation>
    </message>
    <message>
        <source>Asking the provider for its list…</source>
        <translation>Der Anbieter wird nach seiner Liste gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>The provider has no requests of this run</source>
        <translation>Der Anbieter hat keine Anfragen dieses Laufs</translation>
    </message>
    <message>
        <source>No request has this status</source>
        <translation>Keine Anfrage hat diesen Status</translation>
    </message>
    <message>
        <source>The list could not be fetched</source>
        <translation>Die Liste ließ sich nicht abholen</translation>
    </message>
    <message>
        <source>This provider does not list requests</source>
        <translation>Dieser Anbieter listet keine Anfragen auf</translation>
    </message>
    <message>
        <source>What was sent is under “Requests”, what came back under “Results”.</source>
        <translation>Was gesendet wurde, steht unter „Anfragen“, was zurückkam, unter „Ergebnisse“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteState</name>
    <message>
        <source>No batch has this status</source>
        <translation>Kein Batch hat diesen Status</translation>
    </message>
    <message>
        <source>There are no batches</source>
        <translation>Es gibt keine Batches</translation>
    </message>
    <message>
        <source>What is sent through this connection, from here or from elsewhere, will be listed.</source>
        <translation>Was über diese Verbindung gesendet wird, von hier oder von anderswo, wird hier aufgelistet.</translation>
    </message>
    <message>
        <source>Choose another status, or clear it to see all.</source>
        <translation>Wählen Sie einen anderen Status, oder leeren Sie ihn, um alle zu sehen.</translation>
    </message>
    <message>
        <source>None so far; the provider has more to look through.</source>
        <translation>Bisher keine; der Anbieter hat mehr, in dem gesucht werden kann.</translation>
    </message>
    <message>
        <source>Choose a connection</source>
        <translation>Wählen Sie eine Verbindung</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>The list could not be fetched</source>
        <translation>Die Liste ließ sich nicht abholen</translation>
    </message>
    <message>
        <source>This provider has no list of batches</source>
        <translation>Dieser Anbieter hat keine Liste der Batches</translation>
    </message>
    <message>
        <source>Your own runs are on the page of runs. To follow a batch that was made elsewhere, write its id below.</source>
        <translation>Ihre eigenen Läufe sind auf der Seite der Läufe. Um einen anderswo gemachten Batch zu verfolgen, schreiben Sie unten seine Kennung.</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>There are more than %1 models or endpoints; split by hand</source>
        <translation>Es gibt mehr als %1 Modelle oder Endpunkte; teilen Sie von Hand</translation>
    </message>
    <message>
        <source>“%1” cannot be mended; there are %2</source>
        <translation>„%1“ lässt sich nicht ausbessern; es gibt %2</translation>
    </message>
    <message>
        <source>The mended copy needs another name: your file stays as it is</source>
        <translation>Die ausgebesserte Kopie braucht einen anderen Namen: Ihre Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Take the byte order mark off the front of the file</source>
        <translation>Die Bytereihenfolge-Marke vom Anfang der Datei nehmen</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>Bytereihenfolge-Marke</translation>
    </message>
    <message>
        <source>End lines with LF alone, without CR</source>
        <translation>Zeilen nur mit LF enden lassen, ohne CR</translation>
    </message>
    <message>
        <source>CR at line ends</source>
        <translation>CR an Zeilenenden</translation>
    </message>
    <message>
        <source>Leave out blank lines</source>
        <translation>Leere Zeilen auslassen</translation>
    </message>
    <message>
        <source>blank lines</source>
        <translation>leere Zeilen</translation>
    </message>
    <message>
        <source>Put � in place of bytes that are no UTF-8</source>
        <translation>� an die Stelle von Bytes setzen, die kein UTF-8 sind</translation>
    </message>
    <message>
        <source>invalid UTF-8</source>
        <translation>ungültiges UTF-8</translation>
    </message>
    <message>
        <source>Put � in place of halves of characters</source>
        <translation>� an die Stelle halber Zeichen setzen</translation>
    </message>
    <message>
        <source>halves of characters</source>
        <translation>halbe Zeichen</translation>
    </message>
    <message>
        <source>Set stream to false</source>
        <translation>stream auf false setzen</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>stream</translation>
    </message>
    <message>
        <source>Put in max_tokens where a request names no limit</source>
        <translation>max_tokens einsetzen, wo eine Anfrage kein Limit nennt</translation>
    </message>
    <message>
        <source>missing max_tokens</source>
        <translation>fehlendes max_tokens</translation>
    </message>
    <message>
        <source>Leave of an address in url its path alone</source>
        <translation>Von einer Adresse in url nur den Pfad lassen</translation>
    </message>
    <message>
        <source>address as url</source>
        <translation>Adresse als url</translation>
    </message>
    <message>
        <source>Write POST as the method</source>
        <translation>POST als Methode schreiben</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Give requests without custom_id one: line- and their line</source>
        <translation>Anfragen ohne custom_id eine geben: line- und ihre Zeile</translation>
    </message>
    <message>
        <source>missing custom_id</source>
        <translation>fehlende custom_id</translation>
    </message>
    <message>
        <source>Fill an empty custom_id: line- and the line</source>
        <translation>Eine leere custom_id füllen: line- und die Zeile</translation>
    </message>
    <message>
        <source>empty custom_id</source>
        <translation>leere custom_id</translation>
    </message>
    <message>
        <source>Make text of a custom_id that is a number or else</source>
        <translation>Text aus einer custom_id machen, die eine Zahl oder anderes ist</translation>
    </message>
    <message>
        <source>custom_id that is no text</source>
        <translation>custom_id, die kein Text ist</translation>
    </message>
    <message>
        <source>Put -2, -3 … behind a custom_id that is there already</source>
        <translation>-2, -3 … hinter eine custom_id setzen, die es schon gibt</translation>
    </message>
    <message>
        <source>repeated custom_id</source>
        <translation>wiederholte custom_id</translation>
    </message>
    <message>
        <source>Put requests to other endpoints into files of their own</source>
        <translation>Anfragen an andere Endpunkte in eigene Dateien legen</translation>
    </message>
    <message>
        <source>other endpoints</source>
        <translation>andere Endpunkte</translation>
    </message>
    <message>
        <source>Put requests for other models into files of their own</source>
        <translation>Anfragen an andere Modelle in eigene Dateien legen</translation>
    </message>
    <message>
        <source>other models</source>
        <translation>andere Modelle</translation>
    </message>
    <message>
        <source>Leave out lines of which no request can be made</source>
        <translation>Zeilen auslassen, aus denen keine Anfrage werden kann</translation>
    </message>
    <message>
        <source>lines that are no requests</source>
        <translation>Zeilen, die keine Anfragen sind</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a kind of repair and how many lines it changed</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>max_tokens to put in</source>
        <translation>Einzusetzendes max_tokens</translation>
    </message>
    <message>
        <source>&amp;max_tokens to put in:</source>
        <translation>Einzusetzendes &amp;max_tokens:</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Reparaturen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Looking for what can be mended in %1…</source>
        <translation>Es wird gesucht, was sich in %1 reparieren lässt …</translation>
    </message>
    <message>
        <source>%1 could not be looked through.</source>
        <translation>%1 ließ sich nicht durchsehen.</translation>
    </message>
    <message>
        <source>There is nothing in %1 that can be mended here. What the findings say needs a person.</source>
        <translation>In %1 lässt sich hier nichts reparieren. Was die Befunde sagen, braucht einen Menschen.</translation>
    </message>
    <message>
        <source>Choose what is mended. %1 itself stays as it is; what needs no repair keeps its bytes.</source>
        <translation>Wählen Sie, was repariert wird. %1 selbst bleibt, wie sie ist; was keine Reparatur braucht, behält seine Bytes.</translation>
    </message>
    <message>
        <source>Choose what is mended. What needs no repair keeps its bytes.</source>
        <translation>Wählen Sie, was repariert wird. Was keine Reparatur braucht, behält seine Bytes.</translation>
    </message>
    <message>
        <source>%1, lines: %2</source>
        <extracomment>for a screen reader: a repair and the number of its lines</extracomment>
        <translation>%1, Zeilen: %2</translation>
    </message>
    <message>
        <source>&amp;Repair Draft</source>
        <translation>Entwurf &amp;reparieren</translation>
    </message>
    <message>
        <source>&amp;Repair to New Files…</source>
        <translation>In neue Dateien &amp;reparieren …</translation>
    </message>
    <message>
        <source>&amp;Repair to New File…</source>
        <translation>In neue Datei &amp;reparieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Nichts ist gewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are written, one for each model or endpoint; each opens as a draft.</source>
        <translation>
            <numerusform>%n Datei wird geschrieben, eine für jedes Modell oder jeden Endpunkt; jede öffnet sich als Entwurf.</numerusform>
            <numerusform>%n Dateien werden geschrieben, eine für jedes Modell oder jeden Endpunkt; jede öffnet sich als Entwurf.</numerusform>
        </translation>
    </message>
    <message>
        <source>The requests are changed in the draft; this can be undone.</source>
        <translation>Die Anfragen werden im Entwurf geändert; das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>A new file is written, and opens as the draft.</source>
        <translation>Eine neue Datei wird geschrieben und öffnet sich als Entwurf.</translation>
    </message>
    <message>
        <source>Save the Mended File</source>
        <translation>Reparierte Datei speichern</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl *.ndjson *.json *.txt);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl *.ndjson *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>That is your own file, which stays as it is. Choose another name.</source>
        <translation>Das ist Ihre eigene Datei, die bleibt, wie sie ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Mending…</source>
        <translation>Wird repariert …</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>No line would be left.</source>
        <translation>Keine Zeile bliebe übrig.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>Repeated</name>
    <message>
        <source>The run was not sent</source>
        <translation>Der Lauf wurde nicht abgesendet</translation>
    </message>
    <message>
        <source>The run has not ended</source>
        <translation>Der Lauf ist noch nicht beendet</translation>
    </message>
    <message>
        <source>Not all of its results are here yet</source>
        <translation>Noch sind nicht alle seine Ergebnisse hier</translation>
    </message>
    <message>
        <source>The requests of this run are not here</source>
        <translation>Die Anfragen dieses Laufs sind nicht hier</translation>
    </message>
    <message>
        <source>%1 (again)</source>
        <extracomment>the name of a run whose requests are sent once more</extracomment>
        <translation>%1 (erneut)</translation>
    </message>
    <message>
        <source>%1 (again %2)</source>
        <extracomment>the name of a run, and how often its requests were sent once more</extracomment>
        <translation>%1 (erneut %2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of “%1”, as they were sent. Nothing is sent until you submit; practice costs nothing.</source>
        <translation>
            <numerusform>%Ln Anfrage von „%1“, wie sie gesendet wurde. Nichts wird gesendet, bis Sie absenden; Üben kostet nichts.</numerusform>
            <numerusform>%Ln Anfragen von „%1“, wie sie gesendet wurden. Nichts wird gesendet, bis Sie absenden; Üben kostet nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of “%1”, as they were sent. Nothing is sent until you submit; then they cost money once more.</source>
        <translation>
            <numerusform>%Ln Anfrage von „%1“, wie sie gesendet wurde. Nichts wird gesendet, bis Sie absenden; dann kostet sie noch einmal Geld.</numerusform>
            <numerusform>%Ln Anfragen von „%1“, wie sie gesendet wurden. Nichts wird gesendet, bis Sie absenden; dann kosten sie noch einmal Geld.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The answer to the submission names no batch</source>
        <translation>Die Antwort auf das Absenden nennt keinen Batch</translation>
    </message>
    <message>
        <source>The answer does not describe a batch</source>
        <translation>Die Antwort beschreibt keinen Batch</translation>
    </message>
    <message>
        <source>The answer is a web page where data should be</source>
        <translation>Die Antwort ist eine Webseite, wo Daten stehen sollten</translation>
    </message>
    <message>
        <source>The answer is not a list of batches</source>
        <translation>Die Antwort ist keine Liste von Batches</translation>
    </message>
    <message>
        <source>The answer to the upload names no file</source>
        <translation>Die Antwort auf das Hochladen nennt keine Datei</translation>
    </message>
    <message>
        <source>The provider received %1 of %2 bytes</source>
        <translation>Beim Anbieter kamen %1 von %2 Byte an</translation>
    </message>
    <message>
        <source>The provider could not read the uploaded file</source>
        <translation>Der Anbieter konnte die hochgeladene Datei nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first fault that a provider found in a request</extracomment>
        <translation>
            <numerusform>%1 (und %n weiterer)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation>Die Antwort ist leer</translation>
    </message>
    <message>
        <source>The answer is cut short or is not JSON</source>
        <translation>Die Antwort ist abgeschnitten oder kein JSON</translation>
    </message>
    <message>
        <source>The answer is not the JSON object it should be</source>
        <translation>Die Antwort ist nicht das erwartete JSON-Objekt</translation>
    </message>
    <message>
        <source>The answer is not a list of requests</source>
        <translation>Die Antwort ist keine Liste von Anfragen</translation>
    </message>
    <message>
        <source>The answer is not a page of results</source>
        <translation>Die Antwort ist keine Seite mit Ergebnissen</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>The line is not UTF-8 text</source>
        <translation>Die Zeile ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>The line is not JSON</source>
        <translation>Die Zeile ist kein JSON</translation>
    </message>
    <message>
        <source>The line is not a JSON object</source>
        <translation>Die Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The request has no custom_id</source>
        <translation>Die Anfrage hat keine custom_id</translation>
    </message>
    <message>
        <source>The custom_id is not a text</source>
        <translation>Die custom_id ist kein Text</translation>
    </message>
    <message>
        <source>The custom_id is empty</source>
        <translation>Die custom_id ist leer</translation>
    </message>
    <message>
        <source>The request has the same field twice</source>
        <translation>Die Anfrage enthält dasselbe Feld doppelt</translation>
    </message>
    <message>
        <source>The method is not a text</source>
        <translation>method ist kein Text</translation>
    </message>
    <message>
        <source>The url is not a text</source>
        <translation>url ist kein Text</translation>
    </message>
    <message>
        <source>The request has no body</source>
        <translation>Die Anfrage hat keinen body</translation>
    </message>
    <message>
        <source>The body is not a JSON object</source>
        <translation>body ist kein JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>RequestEditor</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>Edit the request as</source>
        <translation>Die Anfrage bearbeiten als</translation>
    </message>
    <message>
        <source>JSON only: %1</source>
        <translation>Nur JSON: %1</translation>
    </message>
</context>
<context>
    <name>RequestFilter</name>
    <message>
        <source>Findings to show</source>
        <translation>Gezeigte Befunde</translation>
    </message>
    <message>
        <source>Find in requests</source>
        <translation>In Anfragen suchen</translation>
    </message>
    <message>
        <source>Find, for example: words model:mini</source>
        <translation>Suchen, zum Beispiel: Wörter model:mini</translation>
    </message>
    <message>
        <source>&lt;p&gt;Requests that hold these words. Conditions may stand between them:&lt;/p&gt;&lt;p&gt;&lt;b&gt;id:&lt;/b&gt;row-7 &amp;nbsp; &lt;b&gt;model:&lt;/b&gt;mini &amp;nbsp; &lt;b&gt;/body/temperature&amp;gt;&lt;/b&gt;0.5 &amp;nbsp; &lt;b&gt;/url=&lt;/b&gt;/v1/embeddings&lt;/p&gt;&lt;p&gt;Words with blanks or signs stand in quotes.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Anfragen, die diese Wörter enthalten. Dazwischen können Bedingungen stehen:&lt;/p&gt;&lt;p&gt;&lt;b&gt;id:&lt;/b&gt;row-7 &amp;nbsp; &lt;b&gt;model:&lt;/b&gt;mini &amp;nbsp; &lt;b&gt;/body/temperature&amp;gt;&lt;/b&gt;0.5 &amp;nbsp; &lt;b&gt;/url=&lt;/b&gt;/v1/embeddings&lt;/p&gt;&lt;p&gt;Wörter mit Leerzeichen oder Zeichen stehen in Anführungszeichen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>Mit Befunden</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>Mit Fehlern</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a kind of finding and the number of its lines</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RequestRepeater</name>
    <message>
        <source>The requests are being taken together</source>
        <translation>Die Anfragen werden zusammengestellt</translation>
    </message>
    <message>
        <source>The results are not read yet</source>
        <translation>Die Ergebnisse sind noch nicht gelesen</translation>
    </message>
    <message>
        <source>Each request has a good answer</source>
        <translation>Jede Anfrage hat eine gute Antwort</translation>
    </message>
</context>
<context>
    <name>RequestTarget</name>
    <message>
        <source>The run has no connection</source>
        <translation>Der Lauf hat keine Verbindung</translation>
    </message>
    <message>
        <source>The practice provider answers batches alone</source>
        <translation>Der Übungsanbieter beantwortet nur Batches</translation>
    </message>
    <message>
        <source>Its connection has no address</source>
        <translation>Seine Verbindung hat keine Adresse</translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <source>There is no unpacking into the folder %1: %2</source>
        <translation>In den Ordner %1 lässt sich nichts auspacken: %2</translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>No requests yet.
Add one with Insert, or paste JSONL with %1.</source>
        <translation>Noch keine Anfragen.
Fügen Sie eine mit Einfg hinzu, oder fügen Sie JSONL mit %1 ein.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Paste JSONL</source>
        <translation>JSONL einfügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1-copy</source>
        <translation>%1-kopie</translation>
    </message>
    <message>
        <source>%1 found so far (%2 %)</source>
        <extracomment>while a search goes on: requests found so far, and how far it is in percent</extracomment>
        <translation>%1 bisher gefunden (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No request fits. Take something out of the search.</source>
        <translation>Keine Anfrage passt. Nehmen Sie etwas aus der Suche.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>requests that are shown of all that there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>The answer&apos;s choices cannot be read</source>
        <translation>Die choices der Antwort sind nicht lesbar</translation>
    </message>
    <message>
        <source>The provider sent neither an answer nor an error</source>
        <translation>Der Anbieter hat weder eine Antwort noch einen Fehler gesendet</translation>
    </message>
    <message>
        <source>The result is not UTF-8 text</source>
        <translation>Das Ergebnis ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>The result is cut short or is not JSON</source>
        <translation>Das Ergebnis ist abgeschnitten oder kein JSON</translation>
    </message>
    <message>
        <source>The result is not a JSON object</source>
        <translation>Das Ergebnis ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The provider says that it failed, but not why</source>
        <translation>Der Anbieter sagt, dass es fehlschlug, aber nicht, warum</translation>
    </message>
    <message>
        <source>The answer is not the JSON that this operation gives</source>
        <translation>Die Antwort ist nicht das JSON, das diese Operation liefert</translation>
    </message>
</context>
<context>
    <name>ResultFilter</name>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Find in results</source>
        <translation>In den Ergebnissen suchen</translation>
    </message>
    <message>
        <source>Find, for example: words error:rate_limit tokens&gt;500</source>
        <translation>Suchen, zum Beispiel: Wörter error:rate_limit tokens&gt;500</translation>
    </message>
    <message>
        <source>&lt;p&gt;Rows that hold these words. Conditions may stand between them:&lt;/p&gt;&lt;p&gt;&lt;b&gt;id:&lt;/b&gt;row-7 &amp;nbsp; &lt;b&gt;error:&lt;/b&gt;rate_limit &amp;nbsp; &lt;b&gt;finish=&lt;/b&gt;length &amp;nbsp; &lt;b&gt;model:&lt;/b&gt;mini &amp;nbsp; &lt;b&gt;status=&lt;/b&gt;429 &amp;nbsp; &lt;b&gt;tokens&amp;gt;&lt;/b&gt;500 &amp;nbsp; &lt;b&gt;input_tokens&amp;lt;&lt;/b&gt;10&lt;/p&gt;&lt;p&gt;and any place in the JSON, such as &lt;b&gt;/response/body/id:&lt;/b&gt;abc or &lt;b&gt;request:/body/temperature=&lt;/b&gt;0.2. Words with blanks or signs stand in quotes.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Zeilen, die diese Wörter enthalten. Dazwischen können Bedingungen stehen:&lt;/p&gt;&lt;p&gt;&lt;b&gt;id:&lt;/b&gt;row-7 &amp;nbsp; &lt;b&gt;error:&lt;/b&gt;rate_limit &amp;nbsp; &lt;b&gt;finish=&lt;/b&gt;length &amp;nbsp; &lt;b&gt;model:&lt;/b&gt;mini &amp;nbsp; &lt;b&gt;status=&lt;/b&gt;429 &amp;nbsp; &lt;b&gt;tokens&amp;gt;&lt;/b&gt;500 &amp;nbsp; &lt;b&gt;input_tokens&amp;lt;&lt;/b&gt;10&lt;/p&gt;&lt;p&gt;und jede Stelle im JSON, etwa &lt;b&gt;/response/body/id:&lt;/b&gt;abc oder &lt;b&gt;request:/body/temperature=&lt;/b&gt;0.2. Wörter mit Leerzeichen oder Zeichen stehen in Anführungszeichen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>in answers</source>
        <translation>in Antworten</translation>
    </message>
    <message>
        <source>in requests</source>
        <translation>in Anfragen</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>in beiden</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>A&amp;nzeigen:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an outcome and the number of its rows</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>custom_id</source>
        <translation>custom_id</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschluss</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>%1 found so far (%2 %)</source>
        <extracomment>while a search goes on: rows found so far, and how far it is in percent</extracomment>
        <translation>%1 bisher gefunden (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <extracomment>rows that are shown of all that there are</extracomment>
        <translation>
            <numerusform>%1 von %Ln Zeile</numerusform>
            <numerusform>%1 von %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No row fits. Take something out of the search.</source>
        <translation>Keine Zeile passt. Nehmen Sie etwas aus der Suche heraus.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <source>Sorting (%1 %)</source>
        <extracomment>rows are put into another order; how far it is in percent</extracomment>
        <translation>Wird sortiert (%1 %)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) chosen</source>
        <translation>
            <numerusform>%Ln Zeile gewählt</numerusform>
            <numerusform>%Ln Zeilen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 chosen rows: more is too much for a clipboard. Export them for all.</source>
        <translation>Die ersten %1 von %2 gewählten Zeilen wurden kopiert: Mehr ist zu viel für eine Zwischenablage. Exportieren Sie sie, um alle zu haben.</translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON Lines</source>
        <translation>Als &amp;JSON-Zeilen kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Alt+C</source>
        <translation>Ctrl+Alt+C</translation>
    </message>
    <message>
        <source>&amp;Export Chosen Rows…</source>
        <translation>Gewählte Zeilen e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Choose &amp;All Rows</source>
        <translation>&amp;Alle Zeilen wählen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>&amp;Sort by…</source>
        <translation>&amp;Sortieren nach …</translation>
    </message>
    <message>
        <source>Click: sort upwards, downwards, then as the requests stand (%1 for all orders)</source>
        <translation>Klick: aufwärts sortieren, abwärts, dann wie die Anfragen stehen (%1 für alle Ordnungen)</translation>
    </message>
    <message>
        <source>&amp;Number of the request</source>
        <translation>&amp;Nummer der Anfrage</translation>
    </message>
    <message>
        <source>custom_&amp;id</source>
        <translation>custom_&amp;id</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>A&amp;usgang</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Antwort</translation>
    </message>
    <message>
        <source>&amp;Length of the answer</source>
        <translation>&amp;Länge der Antwort</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>Abs&amp;chluss</translation>
    </message>
    <message>
        <source>&amp;Upwards</source>
        <translation>Auf&amp;wärts</translation>
    </message>
    <message>
        <source>&amp;Downwards</source>
        <translation>A&amp;bwärts</translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>Text der Antwort</translation>
    </message>
    <message>
        <source>Result as it came</source>
        <translation>Ergebnis im Original</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Its text</source>
        <translation>Sein Text</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>This is not the JSON that the operation gives; here is its text.</source>
        <translation>Das ist nicht das JSON, das die Operation liefert; hier ist sein Text.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RowQuery</name>
    <message>
        <source>There is no outcome “%1”. There are %2.</source>
        <translation>Es gibt keinen Ausgang „%1“. Es gibt %2.</translation>
    </message>
    <message>
        <source>“%1” is no number for %2.</source>
        <translation>„%1“ ist keine Zahl für %2.</translation>
    </message>
    <message>
        <source>The expression is wrong at character %1: %2</source>
        <translation>Der Ausdruck ist beim Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>Requests have an id, a model and places such as /body/temperature; the rest is of results.</source>
        <translation>Anfragen haben eine ID, ein Modell und Stellen wie /body/temperature; das Übrige gehört zu Ergebnissen.</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>The run has ended</source>
        <translation>Der Lauf ist beendet</translation>
    </message>
    <message>
        <source>The run was not sent</source>
        <translation>Der Lauf wurde nicht abgesendet</translation>
    </message>
    <message>
        <source>The provider is stopping it already</source>
        <translation>Der Anbieter bricht ihn bereits ab</translation>
    </message>
    <message>
        <source>It is not certain yet that the provider has it</source>
        <translation>Noch ist nicht sicher, dass der Anbieter ihn hat</translation>
    </message>
    <message>
        <source>Its connection is gone</source>
        <translation>Seine Verbindung gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The run has ended and its results are here</source>
        <translation>Der Lauf ist beendet und seine Ergebnisse sind da</translation>
    </message>
    <message>
        <source>The run has no connection</source>
        <translation>Der Lauf hat keine Verbindung</translation>
    </message>
    <message>
        <source>It goes by itself as soon as it can</source>
        <translation>Er wird von selbst abgesendet, sobald es geht</translation>
    </message>
    <message>
        <source>The run is under way</source>
        <translation>Der Lauf ist unterwegs</translation>
    </message>
    <message>
        <source>The provider took this run</source>
        <translation>Der Anbieter hat diesen Lauf angenommen</translation>
    </message>
    <message>
        <source>No results have come back yet</source>
        <translation>Noch sind keine Ergebnisse da</translation>
    </message>
    <message>
        <source>The run is under way; cancel it first</source>
        <translation>Der Lauf ist unterwegs; brechen Sie ihn zuerst ab</translation>
    </message>
    <message>
        <source>The provider has given no id yet</source>
        <translation>Der Anbieter hat noch keine Kennung vergeben</translation>
    </message>
    <message>
        <source>Stop “%1”? This cannot be undone. What was answered by then is fetched and may be charged.</source>
        <translation>„%1“ abbrechen? Das lässt sich nicht rückgängig machen. Was bis dahin beantwortet ist, wird abgeholt und möglicherweise berechnet.</translation>
    </message>
    <message>
        <source>Stop the Run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Let It Go On</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the provider took “%1”. Sending it again may make it run, and cost, twice.</source>
        <translation>Noch ist unklar, ob der Anbieter „%1“ angenommen hat. Erneutes Absenden kann dazu führen, dass der Lauf doppelt ausgeführt und doppelt berechnet wird.</translation>
    </message>
    <message>
        <source>Send It Again</source>
        <translation>Erneut absenden</translation>
    </message>
    <message>
        <source>Keep Looking</source>
        <translation>Weiter suchen</translation>
    </message>
    <message>
        <source>“%1” is in the bin.</source>
        <translation>„%1“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a run, then what went wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This provider has no cancel</source>
        <translation>Dieser Anbieter kann nicht abbrechen</translation>
    </message>
    <message>
        <source>The provider has nothing of it yet</source>
        <translation>Der Anbieter hat noch nichts davon</translation>
    </message>
    <message>
        <source>The provider gives no results yet</source>
        <translation>Der Anbieter liefert noch keine Ergebnisse</translation>
    </message>
    <message>
        <source>This provider takes a batch as a whole, and starts it by itself</source>
        <translation>Dieser Anbieter nimmt einen Batch als Ganzes und startet ihn von selbst</translation>
    </message>
    <message>
        <source>It was started</source>
        <translation>Er wurde gestartet</translation>
    </message>
    <message>
        <source>It starts by itself</source>
        <translation>Er startet von selbst</translation>
    </message>
    <message>
        <source>It is not certain yet what the provider has of it</source>
        <translation>Es ist noch nicht gewiss, was der Anbieter davon hat</translation>
    </message>
    <message>
        <source>The provider has begun with it</source>
        <translation>Der Anbieter hat damit begonnen</translation>
    </message>
    <message>
        <source>What was answered of “%1” so far is being fetched.</source>
        <translation>Was von „%1“ bisher beantwortet ist, wird abgeholt.</translation>
    </message>
    <message>
        <source>More Requests for the Run</source>
        <translation>Weitere Anfragen für den Lauf</translation>
    </message>
    <message>
        <source>Nobody knows whether the last requests of “%1” came there. Adding them again may make them run, and cost, twice.</source>
        <translation>Niemand weiß, ob die letzten Anfragen von „%1“ dort ankamen. Sie noch einmal hinzuzufügen kann sie zweimal ausführen und zweimal Geld kosten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more request(s) for “%1”.</source>
        <translation>
            <numerusform>%Ln weitere Anfrage für „%1“.</numerusform>
            <numerusform>%Ln weitere Anfragen für „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) are in the bin.</source>
        <translation>
            <numerusform>%Ln Lauf ist im Papierkorb.</numerusform>
            <numerusform>%Ln Läufe sind im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s) changed.</source>
        <translation>
            <numerusform>Schlagwörter von %Ln Lauf geändert.</numerusform>
            <numerusform>Schlagwörter von %Ln Läufen geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Beim Anbieter</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>At the provider, not fetched</source>
        <translation>Beim Anbieter, nicht geholt</translation>
    </message>
    <message>
        <source>Missing from the disk</source>
        <translation>Fehlt auf dem Datenträger</translation>
    </message>
    <message>
        <source>Changed on the disk</source>
        <translation>Auf dem Datenträger geändert</translation>
    </message>
</context>
<context>
    <name>RunFilterBar</name>
    <message>
        <source>Search name, id, file, model, tag</source>
        <translation>Name, ID, Datei, Modell, Schlagwort suchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>State of the runs to show</source>
        <translation>Zustand der gezeigten Läufe</translation>
    </message>
    <message>
        <source>Connection of the runs to show</source>
        <translation>Verbindung der gezeigten Läufe</translation>
    </message>
    <message>
        <source>Tag of the runs to show</source>
        <translation>Schlagwort der gezeigten Läufe</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>Brauchen Sie</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht abgesendet</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 von %Ln Lauf</numerusform>
            <numerusform>%1 von %Ln Läufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Back to the runs</source>
        <translation>Zurück zu den Läufen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>abgesendet %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>a button with a menu of what else can be done</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done with this run</source>
        <translation>Mehr, was sich mit diesem Lauf tun lässt</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>%1 · %2 failed</source>
        <extracomment>answered requests, then failed ones</extracomment>
        <translation>%1 · %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The provider says “%1”</source>
        <translation>Der Anbieter meldet „%1“</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>As the provider counts</source>
        <translation>Wie der Anbieter zählt</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Abgesendet</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>Nicht abgesendet</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Abgefragt</translation>
    </message>
    <message>
        <source>Last answer of the provider: %1</source>
        <translation>Letzte Antwort des Anbieters: %1</translation>
    </message>
    <message>
        <source>The provider was not asked yet</source>
        <translation>Der Anbieter wurde noch nicht abgefragt</translation>
    </message>
    <message>
        <source>%1, not looked at yet</source>
        <translation>%1, noch nicht angesehen</translation>
    </message>
    <message>
        <source>What now</source>
        <translation>Was nun</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>Er&amp;gebnisse</translation>
    </message>
    <message>
        <source>An export is under way.</source>
        <translation>Ein Export läuft.</translation>
    </message>
    <message>
        <source>The results are not read yet.</source>
        <translation>Die Ergebnisse sind noch nicht eingelesen.</translation>
    </message>
    <message>
        <source>There are no results yet.</source>
        <translation>Noch gibt es keine Ergebnisse.</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>At the provi&amp;der</source>
        <translation>Beim Anb&amp;ieter</translation>
    </message>
    <message>
        <source>Export the rows that are shown</source>
        <translation>Die gezeigten Zeilen exportieren</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Pro&amp;blems</source>
        <translation>Pro&amp;bleme</translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>Da&amp;teien</translation>
    </message>
    <message>
        <source>R&amp;aw replies</source>
        <translation>&amp;Rohantworten</translation>
    </message>
    <message>
        <source>Open the folder with the files of this run</source>
        <translation>Den Ordner mit den Dateien dieses Laufs öffnen</translation>
    </message>
    <message>
        <source>There are no files of this run yet</source>
        <translation>Noch gibt es keine Dateien dieses Laufs</translation>
    </message>
    <message>
        <source>Pro&amp;blems (%1)</source>
        <translation>Pro&amp;bleme (%1)</translation>
    </message>
    <message>
        <source>Export the rows that are chosen</source>
        <translation>Die gewählten Zeilen exportieren</translation>
    </message>
    <message>
        <source>The requests are being taken together…</source>
        <translation>Die Anfragen werden zusammengestellt …</translation>
    </message>
</context>
<context>
    <name>RunResults</name>
    <message>
        <source>The requests of this run are not those that were sent: %1 has other lines now.</source>
        <translation>Die Anfragen dieses Laufs sind nicht die abgesendeten: %1 enthält jetzt andere Zeilen.</translation>
    </message>
    <message>
        <source>The run has no such row.</source>
        <translation>Der Lauf hat keine solche Zeile.</translation>
    </message>
    <message>
        <source>The run has more requests than this program can join.</source>
        <translation>Der Lauf hat mehr Anfragen, als dieses Programm zusammenführen kann.</translation>
    </message>
    <message>
        <source>The requests of this run are not here.</source>
        <translation>Die Anfragen dieses Laufs sind nicht hier.</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>%1 (“%2”)</source>
        <extracomment>our word for the state, then the provider&apos;s own word that we do not know</extracomment>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>Adding is in doubt</source>
        <translation>Hinzufügen ungewiss</translation>
    </message>
    <message>
        <source>Being filled</source>
        <translation>Wird gefüllt</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No run fits the search.</source>
        <translation>Kein Lauf passt zur Suche.</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe anzeigen</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Pre&amp;vious</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Line before</source>
        <translation>Zeile vorher</translation>
    </message>
    <message>
        <source>Line after</source>
        <translation>Zeile nachher</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a button does, then its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The next line</source>
        <translation>Die nächste Zeile</translation>
    </message>
    <message>
        <source>The line before</source>
        <translation>Die Zeile davor</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>Line %1 (%2 of %3)</source>
        <extracomment>a line of the file; then its place among those that are changed, and their number</extracomment>
        <translation>Zeile %1 (%2 von %3)</translation>
    </message>
    <message>
        <source>(a blank line)</source>
        <translation>(eine leere Zeile)</translation>
    </message>
    <message>
        <source>The line is left out of the new file.</source>
        <translation>Die Zeile wird in der neuen Datei ausgelassen.</translation>
    </message>
    <message>
        <source>The line stays as it is, and goes to a file with others that name nothing here.</source>
        <translation>Die Zeile bleibt, wie sie ist, und kommt in eine Datei mit anderen, die hier nichts nennen.</translation>
    </message>
    <message>
        <source>The line stays as it is, and goes to the file of %1.</source>
        <translation>Die Zeile bleibt, wie sie ist, und kommt in die Datei von %1.</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>there is no desktop session (D-Bus) here, so no keyring can be reached; take the key from an environment variable (--key-env), or keep it for this session only</source>
        <translation>hier gibt es keine Desktop-Sitzung (D-Bus), daher ist kein Schlüsselbund erreichbar; nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env) oder behalten Sie ihn nur für diese Sitzung</translation>
    </message>
    <message>
        <source>no keyring service is running; start GNOME Keyring, KWallet or another Secret Service, or take the key from an environment variable (--key-env)</source>
        <translation>kein Schlüsselbunddienst läuft; starten Sie GNOME Keyring, KWallet oder einen anderen Secret Service, oder nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>the keyring service has no open keyring; create or unlock one, or take the key from an environment variable (--key-env)</source>
        <translation>der Schlüsselbunddienst hat keinen offenen Schlüsselbund; legen Sie einen an oder entsperren Sie einen, oder nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>the keyring is locked; unlock it and try again, or take the key from an environment variable (--key-env)</source>
        <translation>der Schlüsselbund ist gesperrt; entsperren Sie ihn und versuchen Sie es erneut, oder nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>the keyring did not answer in time; look for a prompt that waits, then try again, or take the key from an environment variable (--key-env)</source>
        <translation>der Schlüsselbund hat nicht rechtzeitig geantwortet; suchen Sie nach einem wartenden Passwortdialog und versuchen Sie es dann erneut, oder nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>there is no key in the keyring for it; put it in again</source>
        <translation>im Schlüsselbund gibt es keinen Schlüssel dafür; geben Sie ihn erneut ein</translation>
    </message>
    <message>
        <source>access to the keyring was refused; allow it and try again, or take the key from an environment variable (--key-env)</source>
        <translation>der Zugriff auf den Schlüsselbund wurde verweigert; erlauben Sie ihn und versuchen Sie es erneut, oder nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>the keyring cannot be used (%1); take the key from an environment variable (--key-env)</source>
        <extracomment>%1 is the keyring&apos;s own reason</extracomment>
        <translation>der Schlüsselbund ist nicht verwendbar (%1); nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
    <message>
        <source>the keyring gave no access a moment ago; try again in five minutes, or put the key in again</source>
        <translation>der Schlüsselbund hat eben keinen Zugriff gewährt; versuchen Sie es in fünf Minuten erneut oder geben Sie den Schlüssel erneut ein</translation>
    </message>
    <message>
        <source>the environment variable %1, which should hold the key of %2, is not set; set it and start again</source>
        <extracomment>%1 is the name of an environment variable, %2 the name of a connection</extracomment>
        <translation>die Umgebungsvariable %1, die den Schlüssel von %2 enthalten soll, ist nicht gesetzt; setzen Sie sie und starten Sie neu</translation>
    </message>
    <message>
        <source>the key of %1 was kept for an earlier session only; put it in again</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>der Schlüssel von %1 wurde nur für eine frühere Sitzung behalten; geben Sie ihn erneut ein</translation>
    </message>
    <message>
        <source>the key is empty</source>
        <translation>der Schlüssel ist leer</translation>
    </message>
    <message>
        <source>the keyring does not give back what was put in; take the key from an environment variable (--key-env)</source>
        <translation>der Schlüsselbund gibt nicht zurück, was hineingelegt wurde; nehmen Sie den Schlüssel aus einer Umgebungsvariable (--key-env)</translation>
    </message>
</context>
<context>
    <name>SentRequestsPane</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>In lists and editors</source>
        <translation>In Listen und Editoren</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>Das Gewählte öffnen</translation>
    </message>
    <message>
        <source>Clear the search, or go back</source>
        <translation>Die Suche leeren oder zurückgehen</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste requests into the list of a draft</source>
        <translation>Anfragen in die Liste eines Entwurfs einfügen</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>As &amp;Usual</source>
        <translation>&amp;Wie üblich</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>Tasten der gewählten Aktion</translation>
    </message>
    <message>
        <source>The action has no key</source>
        <translation>Die Aktion hat keine Taste</translation>
    </message>
    <message>
        <source>The keys that the action has from the start</source>
        <translation>Die Tasten, die die Aktion von Anfang an hat</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>&amp;Tasten:</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” and of “%3”. Give one of them another one.</source>
        <extracomment>%1 is a key such as Ctrl+E, %2 and %3 are actions</extracomment>
        <translation>%1 ist die Taste von „%2“ und von „%3“. Geben Sie einer davon eine andere.</translation>
    </message>
</context>
<context>
    <name>Sink</name>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 is a file, %2 the system&apos;s reason, such as &quot;No space left on device&quot;</extracomment>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation>die Antwort ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>the answer holds its results twice</source>
        <translation>die Antwort enthält ihre Ergebnisse doppelt</translation>
    </message>
    <message>
        <source>the list of results in the answer is not valid JSON</source>
        <translation>die Liste der Ergebnisse in der Antwort ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>the answer is too large beside its results</source>
        <translation>die Antwort ist neben ihren Ergebnissen zu groß</translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation>die Antwort wurde abgeschnitten</translation>
    </message>
    <message>
        <source>the answer is compressed, which was not asked for</source>
        <translation>die Antwort ist komprimiert, was nicht verlangt war</translation>
    </message>
    <message>
        <source>a web page came in place of the results</source>
        <translation>statt der Ergebnisse kam eine Webseite</translation>
    </message>
    <message>
        <source>more came than the server has announced</source>
        <translation>es kam mehr, als der Server angekündigt hat</translation>
    </message>
    <message>
        <source>the file came cut</source>
        <translation>die Datei kam abgeschnitten an</translation>
    </message>
    <message>
        <source>a part came that was not asked for</source>
        <translation>es kam ein Teil, der nicht verlangt war</translation>
    </message>
    <message>
        <source>the disk is nearly full</source>
        <translation>der Datenträger ist fast voll</translation>
    </message>
</context>
<context>
    <name>Spooler</name>
    <message>
        <source>%1 holds fewer requests than when it was checked.</source>
        <translation>%1 enthält weniger Anfragen als bei der Prüfung.</translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>Batchdesk is open on this library but does not answer.</source>
        <translation>Batchdesk hat diese Bibliothek geöffnet, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Nothing is under way</source>
        <translation>Nichts ist unterwegs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) under way</source>
        <translation>
            <numerusform>%Ln Lauf unterwegs</numerusform>
            <numerusform>%Ln Läufe unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · next check %2</source>
        <extracomment>%1 is such as &quot;3 runs under way&quot;, %2 such as &quot;in 12 s&quot;</extracomment>
        <translation>%1 · nächste Abfrage %2</translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message>
        <source>Su&amp;bmit</source>
        <translation>Ab&amp;senden</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Completion window</source>
        <translation>Zeitfenster für den Abschluss</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Connection:</source>
        <translation>&amp;Verbindung:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>Beschre&amp;ibung:</translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation>End&amp;punkt:</translation>
    </message>
    <message>
        <source>&amp;Window:</source>
        <translation>&amp;Zeitfenster:</translation>
    </message>
    <message>
        <source>&amp;Metadata:</source>
        <translation>&amp;Metadaten:</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add a pair</source>
        <translation>Paar hinzufügen</translation>
    </message>
    <message>
        <source>Remove the pair</source>
        <translation>Paar entfernen</translation>
    </message>
    <message>
        <source>%1, %2, to %3. Practice costs nothing.</source>
        <translation>%1, %2, an %3. Üben kostet nichts.</translation>
    </message>
    <message>
        <source>%1, %2, to %3. This costs money.</source>
        <translation>%1, %2, an %3. Das kostet Geld.</translation>
    </message>
    <message>
        <source>Create &amp;and add, but do not start</source>
        <translation>Anlegen und &amp;füllen, aber nicht starten</translation>
    </message>
    <message>
        <source>The batch is made and filled at the provider, and waits there until you start it</source>
        <translation>Der Batch wird beim Anbieter angelegt und gefüllt und wartet dort, bis Sie ihn starten</translation>
    </message>
    <message>
        <source>Su&amp;bmit without starting</source>
        <translation>Ohne Start ab&amp;senden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>survey, spring</source>
        <translation>Umfrage, Frühling</translation>
    </message>
    <message>
        <source>Words of yours to find the run by, with commas between them; they stay on this computer</source>
        <translation>Eigene Wörter, unter denen der Lauf zu finden ist, mit Kommas dazwischen; sie bleiben auf diesem Rechner</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>Schla&amp;gwörter:</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s)</source>
        <translation>
            <numerusform>Schlagwörter von %Ln Lauf</numerusform>
            <numerusform>Schlagwörter von %Ln Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Add the new tag</source>
        <translation>Das neue Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>A tag is a word of yours to find runs by.</source>
        <translation>Ein Schlagwort ist ein eigenes Wort, unter dem Läufe zu finden sind.</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Laying out %1…</source>
        <translation>%1 werden aufbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>… the beginning of %1; copy or export for the whole</source>
        <translation>… der Anfang von %1; das Ganze durch Kopieren oder Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>… the beginning of %Ln character(s)</source>
        <translation>
            <numerusform>… der Anfang von %Ln Zeichen</numerusform>
            <numerusform>… der Anfang von %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>&amp;Einklappen</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Ausklappen</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation>Ctrl+=</translation>
    </message>
    <message>
        <source>Fold &amp;All</source>
        <translation>A&amp;lles einklappen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+-</source>
        <translation>Ctrl+Shift+-</translation>
    </message>
    <message>
        <source>Unfold A&amp;ll</source>
        <translation>Alles au&amp;sklappen</translation>
    </message>
    <message>
        <source>Ctrl+Shift++</source>
        <translation>Ctrl+Shift++</translation>
    </message>
    <message>
        <source>Fold and unfold (%1, %2)</source>
        <translation>Ein- und ausklappen (%1, %2)</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next %2</source>
        <extracomment>%1 is such as &quot;20 s ago&quot;, %2 such as &quot;in 40 s&quot;</extracomment>
        <translation>%1, wieder %2</translation>
    </message>
    <message>
        <source>next %1</source>
        <extracomment>%1 is such as &quot;in 40 s&quot;</extracomment>
        <translation>nächste Abfrage %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>date and time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tls</name>
    <message>
        <source>There is no file of CA certificates at %1</source>
        <translation>Es gibt keine Datei mit CA-Zertifikaten unter %1</translation>
    </message>
    <message>
        <source>The CA certificates in %1 cannot be read: %2</source>
        <translation>Die CA-Zertifikate in %1 können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large for CA certificates</source>
        <translation>%1 ist zu groß für CA-Zertifikate</translation>
    </message>
    <message>
        <source>There is no CA certificate (PEM) in %1</source>
        <translation>In %1 ist kein CA-Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>A CA certificate in %1 is broken</source>
        <translation>Ein CA-Zertifikat in %1 ist fehlerhaft</translation>
    </message>
</context>
<context>
    <name>ToldMessage</name>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Batchdesk: nothing is under way</source>
        <translation>Batchdesk: nichts ist im Gange</translation>
    </message>
    <message numerus="yes">
        <source>Batchdesk: %Ln run(s) under way</source>
        <translation>
            <numerusform>Batchdesk: %Ln Lauf ist im Gange</numerusform>
            <numerusform>Batchdesk: %Ln Läufe sind im Gange</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
“%2” ends first, about %3</source>
        <extracomment>%1 such as &quot;Batchdesk: 3 runs under way&quot;, %2 the name of a run, %3 such as &quot;in 5 min&quot;</extracomment>
        <translation>%1
„%2“ endet zuerst, etwa %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a run, %2 such as &quot;64 of 104&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;Window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>TrayPage</name>
    <message>
        <source>&amp;Show an icon in the tray, with what is under way</source>
        <translation>Ein &amp;Symbol im Infobereich zeigen, mit dem, was im Gange ist</translation>
    </message>
    <message>
        <source>&amp;Closing the window leaves Batchdesk in the tray</source>
        <translation>S&amp;chließen des Fensters lässt Batchdesk im Infobereich</translation>
    </message>
    <message>
        <source>Runs go on at the provider also while Batchdesk is closed; what has ended is fetched at the next start. In the tray it goes on fetching.</source>
        <translation>Läufe gehen beim Anbieter auch weiter, während Batchdesk geschlossen ist; was zu Ende ist, wird beim nächsten Start geholt. Im Infobereich holt es weiter.</translation>
    </message>
    <message>
        <source>This desktop has no tray at the moment. The icon comes once it has one; until then closing the window quits, so that it cannot get lost.</source>
        <translation>Dieser Schreibtisch hat zurzeit keinen Infobereich. Das Symbol kommt, sobald es einen gibt; bis dahin beendet das Schließen des Fensters das Programm, damit es nicht verloren geht.</translation>
    </message>
</context>
<context>
    <name>Unpack</name>
    <message>
        <source>%1 takes more than 128 MiB of memory to unpack (zstd --long). Pack it without that.</source>
        <translation>%1 braucht mehr als 128 MiB Speicher zum Auspacken (zstd --long). Packen Sie die Datei ohne das.</translation>
    </message>
    <message>
        <source>%1 ends in the middle of its compressed data: it was cut, or is still being written. Copy or download it again.</source>
        <translation>%1 endet mitten in den komprimierten Daten: Die Datei wurde abgeschnitten oder wird noch geschrieben. Kopieren oder laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 is packed more than once, or holds an archive of files. Unpack it once, and open what comes out.</source>
        <translation>%1 ist mehrfach gepackt oder enthält ein Archiv von Dateien. Packen Sie sie einmal aus und öffnen Sie, was herauskommt.</translation>
    </message>
    <message>
        <source>%1 holds no text but binary data. Choose a file of JSON lines.</source>
        <translation>%1 enthält keinen Text, sondern Binärdaten. Wählen Sie eine Datei mit JSON-Zeilen.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2, far more than requests would. If that is right, unpack it yourself and open what comes out.</source>
        <translation>%1 wird ausgepackt größer als %2, viel mehr als Anfragen brauchen. Wenn das stimmt, packen Sie die Datei selbst aus und öffnen Sie, was herauskommt.</translation>
    </message>
    <message>
        <source>%1 does not fit on the disk unpacked: %2 of it are there, and %3 are free. Make room, or unpack it on another disk and open what comes out.</source>
        <extracomment>%1 is a file, %2 and %3 are sizes such as 64 MiB</extracomment>
        <translation>%1 passt ausgepackt nicht auf den Datenträger: %2 davon sind da, %3 sind frei. Schaffen Sie Platz oder packen Sie die Datei anderswo aus und öffnen Sie, was herauskommt.</translation>
    </message>
    <message>
        <source>%1 is damaged: its compressed data or their checksum are wrong, or something follows that is not part of them. Copy or download it again.</source>
        <translation>%1 ist beschädigt: Die komprimierten Daten oder ihre Prüfsumme stimmen nicht, oder es folgt etwas, das nicht dazugehört. Kopieren oder laden Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>WaitNotes</name>
    <message>
        <source>“%1” has not answered since %2. Its runs wait here and lose nothing; it is tried again every few minutes.</source>
        <extracomment>%1 is the name of a connection, %2 a time of day</extracomment>
        <translation>„%1“ antwortet seit %2 nicht. Seine Läufe warten hier und verlieren nichts; alle paar Minuten wird es wieder versucht.</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Thousands of requests, one run</source>
        <translation>Tausende Anfragen, ein Lauf</translation>
    </message>
    <message>
        <source>Drop JSONL files anywhere in this window. Each one is checked first; nothing is sent before you press Submit.</source>
        <translation>Ziehen Sie JSONL-Dateien irgendwohin in dieses Fenster. Jede wird zuerst geprüft; nichts wird gesendet, bevor Sie auf „Absenden“ drücken.</translation>
    </message>
    <message>
        <source>Your requests and results stay on this computer, in %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>Ihre Anfragen und Ergebnisse bleiben auf diesem Rechner, in %1</translation>
    </message>
    <message>
        <source>Try it with the practice provider</source>
        <translation>Mit dem Übungsanbieter ausprobieren</translation>
    </message>
    <message>
        <source>Open a JSONL file…</source>
        <translation>JSONL-Datei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>One request a line, as the Batch APIs take it.</source>
        <translation>Eine Anfrage je Zeile, wie die Batch-APIs sie annehmen.</translation>
    </message>
    <message>
        <source>Write requests here</source>
        <translation>Anfragen hier schreiben</translation>
    </message>
    <message>
        <source>Add, edit and paste requests in a table.</source>
        <translation>Anfragen in einer Tabelle hinzufügen, bearbeiten und einfügen.</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Verbindung hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>A provider&apos;s address and your key, which goes into the system&apos;s keychain.</source>
        <translation>Die Adresse eines Anbieters und Ihr Schlüssel, der in den Schlüsselbund des Systems kommt.</translation>
    </message>
    <message>
        <source>Send a sample run</source>
        <translation>Einen Beispiellauf abschicken</translation>
    </message>
    <message>
        <source>One click: sample requests go to a provider inside this program, and answers come back. No key, no cost, no network.</source>
        <translation>Ein Klick: Beispielanfragen gehen an einen Anbieter in diesem Programm, und Antworten kommen zurück. Kein Schlüssel, keine Kosten, kein Netz.</translation>
    </message>
    <message>
        <source>The same requests as a draft: look at them, change them, then submit.</source>
        <translation>Dieselben Anfragen als Entwurf: ansehen, ändern, dann abschicken.</translation>
    </message>
</context>
<context>
    <name>WindowTools</name>
    <message numerus="yes">
        <source>%Ln run(s) go on at the provider. Nothing is lost: while Batchdesk is closed nothing is fetched, and the next start makes up for it.</source>
        <translation>
            <numerusform>%Ln Lauf geht beim Anbieter weiter. Nichts geht verloren: Solange Batchdesk geschlossen ist, wird nichts geholt, und der nächste Start holt es nach.</numerusform>
            <numerusform>%Ln Läufe gehen beim Anbieter weiter. Nichts geht verloren: Solange Batchdesk geschlossen ist, wird nichts geholt, und der nächste Start holt es nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: uncertain</source>
        <translation>%1: ungewiss</translation>
    </message>
    <message>
        <source>It is not certain that the provider has it. Nothing is sent again unless you say so.</source>
        <translation>Es ist nicht gewiss, dass der Anbieter es hat. Nichts wird noch einmal gesendet, wenn Sie es nicht sagen.</translation>
    </message>
    <message>
        <source>Runs on “%1” are paused. %2</source>
        <translation>Läufe über „%1“ sind angehalten. %2</translation>
    </message>
    <message>
        <source>Replace Key…</source>
        <translation>Schlüssel ersetzen&#xa0;…</translation>
    </message>
    <message>
        <source>Runs on “%1” are paused</source>
        <translation>Läufe auf „%1“ sind angehalten</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>batchctl</name>
    <message>
        <source>Give either --profile or --connection</source>
        <translation>Geben Sie entweder --profile oder --connection an</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;</source>
        <translation>Es gibt keine Verbindung „%1“</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;; see batchctl profiles</source>
        <translation>Es gibt kein Profil „%1“; siehe batchctl profiles</translation>
    </message>
    <message>
        <source>Rules and limits of this provider.</source>
        <translation>Regeln und Grenzen dieses Anbieters.</translation>
    </message>
    <message>
        <source>Rules and limits of this connection.</source>
        <translation>Regeln und Grenzen dieser Verbindung.</translation>
    </message>
    <message>
        <source>  model %1: %2</source>
        <translation>  Modell %1: %2</translation>
    </message>
    <message>
        <source>  endpoint %1: %2</source>
        <translation>  Endpunkt %1: %2</translation>
    </message>
    <message>
        <source>List the known providers</source>
        <translation>Die bekannten Anbieter auflisten</translation>
    </message>
    <message>
        <source>Add access to a provider</source>
        <translation>Zugang zu einem Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>List the connections</source>
        <translation>Die Verbindungen auflisten</translation>
    </message>
    <message>
        <source>Try a connection and say what works</source>
        <translation>Eine Verbindung ausprobieren und sagen, was geht</translation>
    </message>
    <message>
        <source>Remove a connection and its key</source>
        <translation>Eine Verbindung und ihren Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Check a request file before paying for it</source>
        <translation>Eine Anfragedatei prüfen, bevor sie Geld kostet</translation>
    </message>
    <message>
        <source>Make a run of a request file and submit it</source>
        <translation>Aus einer Anfragedatei einen Lauf machen und ihn absenden</translation>
    </message>
    <message>
        <source>List the runs</source>
        <translation>Die Läufe auflisten</translation>
    </message>
    <message>
        <source>Show all that is known of a run</source>
        <translation>Alles anzeigen, was über einen Lauf bekannt ist</translation>
    </message>
    <message>
        <source>Follow runs until their results are here</source>
        <translation>Läufe verfolgen, bis ihre Ergebnisse da sind</translation>
    </message>
    <message>
        <source>Cancel a run at the provider</source>
        <translation>Einen Lauf beim Anbieter abbrechen</translation>
    </message>
    <message>
        <source>Count the rows of a run by outcome</source>
        <translation>Die Zeilen eines Laufs nach Ausgang zählen</translation>
    </message>
    <message>
        <source>Print results in the order of the requests</source>
        <translation>Ergebnisse in der Reihenfolge der Anfragen ausgeben</translation>
    </message>
    <message>
        <source>Write results to a CSV or JSONL file</source>
        <translation>Ergebnisse in eine CSV- oder JSONL-Datei schreiben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of seconds</source>
        <translation>„%1“ ist keine Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address such as https://api.example.com/v1</source>
        <translation>„%1“ ist keine Adresse wie https://api.example.com/v1</translation>
    </message>
    <message>
        <source>%1. Nothing was stored; --key-env VAR works without a keychain</source>
        <translation>%1. Nichts wurde gespeichert; --key-env VAR geht ohne Schlüsselbund</translation>
    </message>
    <message>
        <source>Added the connection %1</source>
        <translation>Verbindung %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Removed the connection %1</source>
        <translation>Verbindung %1 entfernt</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4 of %5 done</source>
        <translation>%1 %2: %3, %4 von %5 erledigt</translation>
    </message>
    <message>
        <source>Usage: batchctl [--library DIR] [--json] [--quiet] COMMAND ...

Batchdesk on the command line.

Commands:
</source>
        <translation>Aufruf: batchctl [--library DIR] [--json] [--quiet] COMMAND ...

Batchdesk auf der Befehlszeile.

Befehle:
</translation>
    </message>
    <message>
        <source>Run the practice provider in the foreground</source>
        <translation>Den Übungsanbieter im Vordergrund ausführen</translation>
    </message>
    <message>
        <source>
Options for all:
  --library DIR   the folder of the library (or BATCHDESK_LIBRARY)
  --json          one JSON object a line on standard output
  --quiet         no progress and no messages
  --help          this text, or with a command its options
  --version

Exit codes: 0 all is well, 1 something needs a look, 2 wrong use or input, 3 refused by the
provider, 4 provider not reached, 5 outcome of a submission unknown, 6 trouble here.</source>
        <translation>
Optionen für alle:
  --library DIR   der Ordner der Bibliothek (oder BATCHDESK_LIBRARY)
  --json          ein JSON-Objekt je Zeile auf der Standardausgabe
  --quiet         kein Fortschritt und keine Meldungen
  --help          dieser Text, oder bei einem Befehl dessen Optionen
  --version

Rückgabewerte: 0 alles in Ordnung, 1 bitte nachsehen, 2 falscher Aufruf oder falsche Eingabe, 3 vom
Anbieter abgelehnt, 4 Anbieter nicht erreicht, 5 Ausgang des Absendens unbekannt, 6 Störung hier.</translation>
    </message>
    <message>
        <source>--library needs a folder</source>
        <translation>--library verlangt einen Ordner</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Use it so: batchctl %1 %2</source>
        <translation>Richtiger Aufruf: batchctl %1 %2</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; see batchctl --help</source>
        <translation>Es gibt keinen Befehl „%1“; siehe batchctl --help</translation>
    </message>
    <message>
        <source>The file does not hold one JSON object</source>
        <translation>Die Datei enthält nicht genau ein JSON-Objekt</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be text for this provider</source>
        <translation>Der Wert von „%1“ muss bei diesem Anbieter Text sein</translation>
    </message>
    <message>
        <source>This provider takes no metadata</source>
        <translation>Dieser Anbieter nimmt keine Metadaten an</translation>
    </message>
    <message>
        <source>Metadata is given as KEY=VALUE</source>
        <translation>Metadaten werden als KEY=VALUE angegeben</translation>
    </message>
    <message>
        <source>The same was sent before as %1 &quot;%2&quot;; --again sends it once more on purpose</source>
        <translation>Dasselbe wurde schon als %1 „%2“ abgesendet; --again sendet es absichtlich noch einmal</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>%1: %2 (%3, %4 x)</source>
        <translation>%1: %2 (%3, %4-mal)</translation>
    </message>
    <message>
        <source>%1, lines %2</source>
        <translation>%1, Zeilen %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no outcome</source>
        <translation>„%1“ ist kein Ausgang</translation>
    </message>
    <message>
        <source>This provider offers the windows %1</source>
        <translation>Dieser Anbieter bietet die Zeitfenster %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give up waiting after this many seconds.</source>
        <translation>Das Warten nach so vielen Sekunden aufgeben.</translation>
    </message>
    <message>
        <source>This is no number of seconds</source>
        <translation>Das ist keine Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>Still under way; watch again to go on</source>
        <translation>Noch unterwegs; mit watch weiter verfolgen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for an id that had one already</source>
        <translation>
            <numerusform>%n Ergebnis für eine Kennung, die schon eines hatte</numerusform>
            <numerusform>%n Ergebnisse für Kennungen, die schon eines hatten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) with an id that was not asked for</source>
        <translation>
            <numerusform>%n Ergebnis mit einer Kennung, nach der nicht gefragt war</numerusform>
            <numerusform>%n Ergebnisse mit Kennungen, nach denen nicht gefragt war</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would have run as a formula and got an apostrophe</source>
        <translation>
            <numerusform>%n Zelle wäre als Formel ausgeführt worden und bekam einen Apostroph</numerusform>
            <numerusform>%n Zellen wären als Formel ausgeführt worden und bekamen einen Apostroph</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a mended copy of a request file</source>
        <translation>Eine ausgebesserte Kopie einer Anfragedatei schreiben</translation>
    </message>
    <message>
        <source>Fetch the results of a run, also again</source>
        <translation>Die Ergebnisse eines Laufs abholen, auch noch einmal</translation>
    </message>
    <message>
        <source>Look for submissions whose outcome is in doubt</source>
        <translation>Nach Batches suchen, deren Absenden ungewiss ist</translation>
    </message>
    <message>
        <source>List the batches at a provider</source>
        <translation>Die Batches bei einem Anbieter auflisten</translation>
    </message>
    <message>
        <source>Follow a batch that was made elsewhere</source>
        <translation>Einen anderswo gemachten Batch verfolgen</translation>
    </message>
    <message>
        <source>Read a saved reply or result file of a provider</source>
        <translation>Eine gespeicherte Antwort oder Ergebnisdatei eines Anbieters lesen</translation>
    </message>
    <message>
        <source>Add requests to a run whose batch has not begun</source>
        <translation>Einem Lauf, dessen Batch nicht begonnen hat, Anfragen hinzufügen</translation>
    </message>
    <message>
        <source>Start a run that was held</source>
        <translation>Einen zurückgehaltenen Lauf starten</translation>
    </message>
    <message>
        <source>List the requests of a run as the provider does</source>
        <translation>Die Anfragen eines Laufs auflisten, wie der Anbieter sie hat</translation>
    </message>
    <message>
        <source>Let a copied library take the place of one no longer used</source>
        <translation>Eine kopierte Bibliothek an die Stelle einer nicht mehr benutzten treten lassen</translation>
    </message>
    <message>
        <source>Say which library this is</source>
        <translation>Sagen Sie, welche Bibliothek das ist</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were longer than a cell may be and were cut; CSV and JSONL keep them whole</source>
        <translation>
            <numerusform>%n Text war länger, als eine Zelle sein darf, und wurde gekürzt; CSV und JSONL behalten ihn ganz</numerusform>
            <numerusform>%n Texte waren länger, als eine Zelle sein darf, und wurden gekürzt; CSV und JSONL behalten sie ganz</numerusform>
        </translation>
    </message>
</context>
</TS>
