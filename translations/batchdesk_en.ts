<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddRequestsDialog</name>
    <message numerus="yes">
        <source>%Ln request(s), %1</source>
        <translation>
            <numerusform>%Ln request, %1</numerusform>
            <numerusform>%Ln requests, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %Ln Request(s)</source>
        <translation>
            <numerusform>&amp;Add %Ln Request</numerusform>
            <numerusform>&amp;Add %Ln Requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message numerus="yes">
        <source>%Ln entity(s)</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batchctl</name>
    <message numerus="yes">
        <source>%n line(s) would be written</source>
        <translation>
            <numerusform>%n line would be written</numerusform>
            <numerusform>%n lines would be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written</source>
        <translation>
            <numerusform>%n line written</numerusform>
            <numerusform>%n lines written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, no request can be made of them: line %1</source>
        <translation>
            <numerusform>%n line left out, no request can be made of them: line %1</numerusform>
            <numerusform>%n lines left out, no request can be made of them: line %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message numerus="yes">
        <source>%Ln request(s), each with one outcome.</source>
        <translation>
            <numerusform>%Ln request, each with one outcome.</numerusform>
            <numerusform>%Ln requests, each with one outcome.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counts do not add up to %Ln request(s).</source>
        <translation>
            <numerusform>The counts do not add up to %Ln request.</numerusform>
            <numerusform>The counts do not add up to %Ln requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) for an id that had one already.</source>
        <translation>
            <numerusform>%Ln result for an id that had one already.</numerusform>
            <numerusform>%Ln results for an id that had one already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) with an id that was not asked for.</source>
        <translation>
            <numerusform>%Ln result with an id that was not asked for.</numerusform>
            <numerusform>%Ln results with an id that was not asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message numerus="yes">
        <source>%Ln more here</source>
        <translation>
            <numerusform>%Ln more here</numerusform>
            <numerusform>%Ln more here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer here</source>
        <translation>
            <numerusform>%Ln fewer here</numerusform>
            <numerusform>%Ln fewer here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message numerus="yes">
        <source>%Ln request(s) in a batch</source>
        <translation>
            <numerusform>%Ln request in a batch</numerusform>
            <numerusform>%Ln requests in a batch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) at a time</source>
        <translation>
            <numerusform>%Ln batch at a time</numerusform>
            <numerusform>%Ln batches at a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>results are kept %Ln day(s)</source>
        <translation>
            <numerusform>results are kept %Ln day</numerusform>
            <numerusform>results are kept %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message numerus="yes">
        <source>%Ln ended well</source>
        <translation>
            <numerusform>%Ln ended well</numerusform>
            <numerusform>%Ln ended well</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <translation>
            <numerusform>%Ln with problems</numerusform>
            <numerusform>%Ln with problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain</source>
        <translation>
            <numerusform>%Ln uncertain</numerusform>
            <numerusform>%Ln uncertain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtNote</name>
    <message numerus="yes">
        <source>%Ln submission(s) uncertain: no clear answer came. The provider&apos;s list is searched; nothing is sent again unless you say so.</source>
        <translation>
            <numerusform>%Ln submission uncertain: no clear answer came. The provider&apos;s list is searched; nothing is sent again unless you say so.</numerusform>
            <numerusform>%Ln submissions uncertain: no clear answer came. The provider&apos;s list is searched; nothing is sent again unless you say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message numerus="yes">
        <source>Add %Ln request(s)</source>
        <translation>
            <numerusform>Add %Ln request</numerusform>
            <numerusform>Add %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln request(s)</source>
        <translation>
            <numerusform>Delete %Ln request</numerusform>
            <numerusform>Delete %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message numerus="yes">
        <source>Preflight found %n kind(s) of error; see the findings.</source>
        <translation>
            <numerusform>Preflight found %n kind of error; see the findings.</numerusform>
            <numerusform>Preflight found %n kinds of error; see the findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln request(s), %2, model %3</source>
        <translation>
            <numerusform>%1 %Ln request, %2, model %3</numerusform>
            <numerusform>%1 %Ln requests, %2, model %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is %1, one of %n new file(s); your file stays as it was. Mended: %2.</source>
        <extracomment>a file name, then what was mended in all of them</extracomment>
        <translation>
            <numerusform>This is %1, one of %n new file; your file stays as it was. Mended: %2.</numerusform>
            <numerusform>This is %1, one of %n new files; your file stays as it was. Mended: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of finding are left; see below.</source>
        <translation>
            <numerusform>%n kind of finding is left; see below.</numerusform>
            <numerusform>%n kinds of finding are left; see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %Ln finding(s).</source>
        <translation>
            <numerusform>Checked: %Ln finding.</numerusform>
            <numerusform>Checked: %Ln findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Drop to start %n run(s)</source>
        <translation>
            <numerusform>Drop to start %n run</numerusform>
            <numerusform>Drop to start %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message numerus="yes">
        <source>Wrote %Ln row(s) to %1.</source>
        <translation>
            <numerusform>Wrote %Ln row to %1.</numerusform>
            <numerusform>Wrote %Ln rows to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) were longer than a cell may be and were cut.</source>
        <translation>
            <numerusform>%Ln text was longer than a cell may be and was cut.</numerusform>
            <numerusform>%Ln texts were longer than a cell may be and were cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) that a spreadsheet would run as a formula got an apostrophe.</source>
        <translation>
            <numerusform>%Ln cell that a spreadsheet would run as a formula got an apostrophe.</numerusform>
            <numerusform>%Ln cells that a spreadsheet would run as a formula got an apostrophe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message numerus="yes">
        <source>%Ln kind(s) of error</source>
        <translation>
            <numerusform>%Ln kind of error</numerusform>
            <numerusform>%Ln kinds of error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of warning</source>
        <translation>
            <numerusform>%Ln kind of warning</numerusform>
            <numerusform>%Ln kinds of warning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message numerus="yes">
        <source>%Ln more line(s)</source>
        <translation>
            <numerusform>%Ln more line</numerusform>
            <numerusform>%Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HarmWatch</name>
    <message numerus="yes">
        <source>%Ln run(s) lose something soon if nothing is done.</source>
        <translation>
            <numerusform>%Ln run loses something soon if nothing is done.</numerusform>
            <numerusform>%Ln runs lose something soon if nothing is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) may or may not have been made: %1. Nothing is sent again by itself.</source>
        <translation>
            <numerusform>%n submission may or may not have been made: %1. Nothing is sent again by itself.</numerusform>
            <numerusform>%n submissions may or may not have been made: %1. Nothing is sent again by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be read: %1. Look at the provider&apos;s list before you send anything again.</source>
        <translation>
            <numerusform>%n record could not be read: %1. Look at the provider&apos;s list before you send anything again.</numerusform>
            <numerusform>%n records could not be read: %1. Look at the provider&apos;s list before you send anything again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message numerus="yes">
        <source>The metadata key &quot;%1&quot; is longer than %n character(s)</source>
        <translation>
            <numerusform>The metadata key &quot;%1&quot; is longer than %n character</numerusform>
            <numerusform>The metadata key &quot;%1&quot; is longer than %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The metadata value of &quot;%1&quot; is longer than %n character(s)</source>
        <translation>
            <numerusform>The metadata value of &quot;%1&quot; is longer than %n character</numerusform>
            <numerusform>The metadata value of &quot;%1&quot; is longer than %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The metadata may hold at most %n pair(s)</source>
        <translation>
            <numerusform>The metadata may hold at most %n pair</numerusform>
            <numerusform>The metadata may hold at most %n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message numerus="yes">
        <source>Ended, %Ln failed. Look at the results</source>
        <translation>
            <numerusform>Ended, %Ln failed. Look at the results</numerusform>
            <numerusform>Ended, %Ln failed. Look at the results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %1 left, by %Ln earlier one(s)</source>
        <extracomment>%1 is a span of time such as &quot;12 min&quot;; %n earlier batches tell it</extracomment>
        <translation>
            <numerusform>About %1 left, by %Ln earlier one</numerusform>
            <numerusform>About %1 left, by %Ln earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) have ended</source>
        <translation>
            <numerusform>%Ln run has ended</numerusform>
            <numerusform>%Ln runs have ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) need you</source>
        <translation>
            <numerusform>%Ln thing needs you</numerusform>
            <numerusform>%Ln things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message numerus="yes">
        <source>%Ln row(s) have no answer yet.</source>
        <translation>
            <numerusform>%Ln row has no answer yet.</numerusform>
            <numerusform>%Ln rows have no answer yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln id(s) are in the clipboard.</source>
        <translation>
            <numerusform>%Ln id is in the clipboard.</numerusform>
            <numerusform>%Ln ids are in the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RawPane</name>
    <message numerus="yes">
        <source>%Ln answer(s) are in the clipboard.</source>
        <translation>
            <numerusform>%Ln answer is in the clipboard.</numerusform>
            <numerusform>%Ln answers are in the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Redact</name>
    <message numerus="yes">
        <source> ... (cut, %n character(s) in all)</source>
        <extracomment>After a text that was cut: %n is the length of the whole</extracomment>
        <translation>
            <numerusform> ... (cut, %n character in all)</numerusform>
            <numerusform> ... (cut, %n characters in all)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteCommands</name>
    <message numerus="yes">
        <source>The file holds %Ln request(s), the batch %1. Is it the right file?</source>
        <extracomment>%1 is a number of requests, too</extracomment>
        <translation>
            <numerusform>The file holds %Ln request, the batch %1. Is it the right file?</numerusform>
            <numerusform>The file holds %Ln requests, the batch %1. Is it the right file?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteFilter</name>
    <message numerus="yes">
        <source>%n at a time</source>
        <translation>
            <numerusform>%n at a time</numerusform>
            <numerusform>%n at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemotePage</name>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln batch</numerusform>
            <numerusform>%Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln followed here</source>
        <extracomment>%1 is such as &quot;20 batches&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln followed here</numerusform>
            <numerusform>%1, %Ln followed here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteRequestsPane</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message numerus="yes">
        <source>%n file(s) are written, one for each model or endpoint; each opens as a draft.</source>
        <translation>
            <numerusform>%n file is written, one for each model or endpoint; each opens as a draft.</numerusform>
            <numerusform>%n files are written, one for each model or endpoint; each opens as a draft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repeated</name>
    <message numerus="yes">
        <source>%Ln request(s) of “%1”, as they were sent. Nothing is sent until you submit; practice costs nothing.</source>
        <translation>
            <numerusform>%Ln request of “%1”, as they were sent. Nothing is sent until you submit; practice costs nothing.</numerusform>
            <numerusform>%Ln requests of “%1”, as they were sent. Nothing is sent until you submit; practice costs nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) of “%1”, as they were sent. Nothing is sent until you submit; then they cost money once more.</source>
        <translation>
            <numerusform>%Ln request of “%1”, as they were sent. Nothing is sent until you submit; then they cost money once more.</numerusform>
            <numerusform>%Ln requests of “%1”, as they were sent. Nothing is sent until you submit; then they cost money once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first fault that a provider found in a request</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsPane</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <extracomment>rows that are shown of all that there are</extracomment>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) chosen</source>
        <translation>
            <numerusform>%Ln row chosen</numerusform>
            <numerusform>%Ln rows chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message numerus="yes">
        <source>%Ln more request(s) for “%1”.</source>
        <translation>
            <numerusform>%Ln more request for “%1”.</numerusform>
            <numerusform>%Ln more requests for “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) are in the bin.</source>
        <translation>
            <numerusform>%Ln run is in the bin.</numerusform>
            <numerusform>%Ln runs are in the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s) changed.</source>
        <translation>
            <numerusform>Tags of %Ln run changed.</numerusform>
            <numerusform>Tags of %Ln runs changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFilterBar</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%Ln run(s) under way</source>
        <translation>
            <numerusform>%Ln run under way</numerusform>
            <numerusform>%Ln runs under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln run(s)</source>
        <translation>
            <numerusform>Tags of %Ln run</numerusform>
            <numerusform>Tags of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message numerus="yes">
        <source>… the beginning of %Ln character(s)</source>
        <translation>
            <numerusform>… the beginning of %Ln character</numerusform>
            <numerusform>… the beginning of %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
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
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Batchdesk: %Ln run(s) under way</source>
        <translation>
            <numerusform>Batchdesk: %Ln run under way</numerusform>
            <numerusform>Batchdesk: %Ln runs under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowTools</name>
    <message numerus="yes">
        <source>%Ln run(s) go on at the provider. Nothing is lost: while Batchdesk is closed nothing is fetched, and the next start makes up for it.</source>
        <translation>
            <numerusform>%Ln run goes on at the provider. Nothing is lost: while Batchdesk is closed nothing is fetched, and the next start makes up for it.</numerusform>
            <numerusform>%Ln runs go on at the provider. Nothing is lost: while Batchdesk is closed nothing is fetched, and the next start makes up for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>batchctl</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for an id that had one already</source>
        <translation>
            <numerusform>%n result for an id that had one already</numerusform>
            <numerusform>%n results for an id that had one already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) with an id that was not asked for</source>
        <translation>
            <numerusform>%n result with an id that was not asked for</numerusform>
            <numerusform>%n results with an id that was not asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1</source>
        <translation>
            <numerusform>Wrote %n row to %1</numerusform>
            <numerusform>Wrote %n rows to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would have run as a formula and got an apostrophe</source>
        <translation>
            <numerusform>%n cell would have run as a formula and got an apostrophe</numerusform>
            <numerusform>%n cells would have run as a formula and got an apostrophe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were longer than a cell may be and were cut; CSV and JSONL keep them whole</source>
        <translation>
            <numerusform>%n text was longer than a cell may be and was cut; CSV and JSONL keep it whole</numerusform>
            <numerusform>%n texts were longer than a cell may be and were cut; CSV and JSONL keep them whole</numerusform>
        </translation>
    </message>
</context>
</TS>
