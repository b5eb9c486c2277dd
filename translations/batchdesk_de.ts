<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Batchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batchdesk %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends requests to LLM Batch APIs, follows them, and accounts for every row.

Your data lies in %1. Keys are kept in the system&apos;s keychain. Nothing is sent to anybody but the providers you connect.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty. Built on Qt %2, KDE Frameworks, SQLite, simdjson and QtKeychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write requests by hand, or paste them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start runs from JSONL files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the runs that are being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Results…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the results as CSV or JSONL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window; runs go on at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider to stop; what was answered by then is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider for the state now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Submit Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a run that was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the run to the bin; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Batch Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the provider&apos;s id of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers, their addresses and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Batchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence and where your data is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what a button does, then its key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchState</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible while the batch is in state &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), each with one outcome.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The counts do not add up to %n request(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for an id that had one already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) with an id that was not asked for.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The provider counts otherwise: %1 succeeded, %2 failed of %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>A web page answered, not the provider: is the address right, and does the network ask for a log-in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no list of batches; batches are followed all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of batches can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the provider suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest time between looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time between looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the keychain of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory, until Batchdesk quits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key &amp;kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variable:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortest wait:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Longest wait:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How soon a young batch is looked at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long an old batch waits between looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the connection a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider needs an address such as https://api.example.com/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address such as https://api.example.com/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http is for this computer only (127.0.0.1); use https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the environment variable that holds the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest time between looks is shorter than the shortest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged; paste a new key to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The key can be kept in memory until Batchdesk quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key will be kept in %1, never in a file of Batchdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is written nowhere and must be pasted again after a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is stored. Batchdesk reads it from its own environment at each use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests are sent without a key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice provider is built in. It needs no key and no network, costs nothing, and answers with made-up text: the place to try everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The key is kept in memory until Batchdesk quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is removed, its key could not be: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed &quot;%1&quot; and its key. Its runs stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>The profile has no path for &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests are not checked or have errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same requests went to this connection before, as &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit request</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet.
Add one with Insert, or paste JSONL with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste JSONL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request in the editor is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests are being checked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no requests yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Preflight found %n kind(s) of error; see the findings.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 %n request(s), %2, model %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open the earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again and pay again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message numerus="yes">
        <source>Drop to start %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may not do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks for slower requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the account is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not support this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed or is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the batch was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what went wrong in general, %2 the reason, often in the provider&apos;s own words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (line %2, field %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (field %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 [HTTP %2]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There is no column “%1”. Columns are %2, JSON Pointers such as /response/body/id, and such as request:/body/model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes, line ends and such signs cannot separate columns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>The library cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

Folder: %2

Nothing was changed. Runs that were handed over go on at their providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>The file begins with a byte order mark. It is left out of what is sent; nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines end as on Windows (CR LF). The CR is left out of what is sent; nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank lines are no requests. They are left out of what is sent; nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are fields beside custom_id, method, url and body. They are not sent. What belongs to the request goes into body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is larger than most programs can hold, so that the provider may read another one. Write it as text if it is an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text holds half of a character (a lone \ud800 to \udfff). Providers may refuse it or replace it. Remove it, or write the character whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placeholder such as {{name}} is left in the request. Put in what belongs there, unless it is meant so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no requests. Write one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not UTF-8. Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not valid JSON. Write each request as one JSON object on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is JSON, but no object. A request begins with { and ends with }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is nested in more than a thousand levels. Few programs read that; make it flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is there twice, so that nobody can say which one holds. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has no custom_id, so that its result could not be found. Give it one of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom_id is empty. Give each request one of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier line has the same custom_id, so that their results could not be told apart. Give each request one of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has no body. Put what is to be sent (model, messages …) into an object named body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is no JSON object. Write it as an object, not as text or a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The url is not the path of an endpoint of this provider. Write a path such as /v1/chat/completions, without the server&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The url is another one than in the first request. All requests of a batch go to one endpoint; put these into a file of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method is not POST. Write POST, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body names no model. Add a field model with the name of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is another one than in the first request. This provider takes one model a batch; put these into a file of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body sets stream. A batch cannot stream; remove it or set it to false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no such model in batches. Choose one that it lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider takes no documents in a batch. Put the text itself into the field text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has no text. Add a field text with what is to be worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field entities must be an object that says for each label what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field labels must be a list of objects with name and rubric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is too long to be sent. Shorten the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is longer than the provider takes (%1). Shorten the request.</source>
        <extracomment>%1 is a size such as 1 MB</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more requests than a batch takes. Divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more requests than the provider takes in a batch (%1). Divide it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than a batch may be. Divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than the provider takes in a batch (%1). Divide it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom_id is no text. Put it into quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom_id is no text, or longer than %1 characters. Write a shorter one, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s rule %1 is not kept.</source>
        <extracomment>%1 is the name of a rule such as bad_labels</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>for a screen reader: %1 is &quot;Error&quot; or &quot;Warning&quot;, %2 the finding</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of the answer is too large or cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address redirects elsewhere; check the base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is compressed, which was not asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a host name, %2 the reason, often in the system&apos;s words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is shorter than it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be asked without encryption; use https:// (plain http is only for this computer itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to a forbidden place: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redirects to this computer itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key holds a line break; put it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header %1 holds a line break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read. Change its permissions, or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file. Save what it gives first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed while it was read. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>waits until %1 UTC: the provider asks for slower requests</source>
        <extracomment>%1 is a time of day in UTC</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: the key was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: the key cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: the provider cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: the provider asks for slower requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: the provider does not answer sensibly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this provider cannot cancel a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: %1 of %2 live</source>
        <extracomment>A batch is ready here, but the provider allows only so many at once: &quot;waits: 10 of 10 live&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same was submitted before as run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: what is to be sent could not be noted down first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s answer names no batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits: too many batches are live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt: looking for it in the provider&apos;s list; nothing is sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt: the program ended while it was submitting; looking for it in the provider&apos;s list; nothing is sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program ended while it was submitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page came in place of the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the results came cut in the middle of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wire format &quot;%1&quot; is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this provider has no list of batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt: it may have been created, and this provider has no list to look in; look there yourself before you submit it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt: the provider&apos;s list does not show it; nothing is sent again unless you say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt: the provider&apos;s list cannot show whether it is one of those there; look there before you submit it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run&apos;s copy of the input holds %1 requests, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a connection for the run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run has no requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run may have been submitted already: it is being looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run was submitted already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a run whose submission is in doubt is submitted again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Request as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a request to see and edit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of a request of %1; too large to edit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON, line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request is a JSON object: { … }</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonPointer</name>
    <message>
        <source>“%1” is not a JSON Pointer such as /response/body/id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>the library is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several runs are named &quot;%1&quot;: %2; give the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a connection &quot;%1&quot; already; choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection &quot;%1&quot; is built in and stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection &quot;%1&quot; is in use by runs that are not over: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be made: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a library of Batchdesk, or is damaged; name another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library could not be brought to the new form; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library is used by a newer Batchdesk (form %1, this program knows %2); update this program, nothing was changed</source>
        <extracomment>%1 and %2 are numbers of the form of the database</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library&apos;s disk does not allow a write-ahead log; name a folder on a local disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged; put back a copy of it, or move it away to start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is writing to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library may not be written; check the permissions of its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library could not be read or written; check the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; make room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library could not be opened; check its folder and permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library.db is damaged; put back a copy of it, or move it away to start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in the library, or could not be added to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program has gone on with this batch; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Request Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request files (*.jsonl *.ndjson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on “%1” are paused. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace Key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several runs are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drafts (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) under way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · next check %2</source>
        <extracomment>%1 is such as &quot;3 runs under way&quot;, %2 such as &quot;in 12 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a draft that was changed and not submitted. It is lost when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metadata</name>
    <message>
        <source>A key of the metadata is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metadata key %1 is kept for Batchdesk itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The metadata key &quot;%1&quot; is longer than %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The metadata value of &quot;%1&quot; is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The metadata value of &quot;%1&quot; is longer than %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes no metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metadata key &quot;%1&quot; is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The metadata may hold at most %n pair(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewRunPage</name>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being checked</source>
        <extracomment>for a screen reader, behind the draft&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the runs; drafts stay here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have ended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the provider sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id for the provider&apos;s support: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>label of a fact, such as &quot;Connection:&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not known to Batchdesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input file id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output file id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error file id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last request id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeCommand</name>
    <message>
        <source>Port on 127.0.0.1; 0 picks a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only key that is taken; without it any is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a batch takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rows that fail, from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that keeps files and batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON Lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider on this computer, to try things out. In a prompt, practice:refuse, practice:empty,
practice:truncate, practice:malformed and practice:fail ask for that outcome; metadata
practice=expire, lose, fail or slow for a batch that expires, loses rows, fails or takes its time.
Models that begin with no-batch have no batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice takes no argument such as &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--port takes a whole number from 0 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seconds takes a number from 0.001 to 1000000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fail takes a number from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--idle-exit takes a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: batchctl practice [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another practice provider works in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeLauncher</name>
    <message>
        <source>The practice provider could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batchctl is neither beside this program nor in the search path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeSample</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>%1 is UTF-16 text. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no text: it holds binary data. Choose a file of JSON lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile %1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no profiles in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL %1 cannot be used: it has to begin with https://, or with http:// for this computer, and may not hold a user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file %1 has a wrong or missing field &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file %1 has an unknown field &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file %1 is not a JSON object: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; cannot be &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The answer to the submission names no batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not describe a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is a web page where data should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not a list of batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the upload names no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider received %1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not read the uploaded file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is the first fault that a provider found in a request</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is cut short or is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not the JSON object it should be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>The line is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has no custom_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom_id is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The custom_id is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has the same field twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The url is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has no body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>The answer&apos;s choices cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider sent neither an answer nor an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is cut short or is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an outcome and the number of its rows</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No rows with this outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>The run has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is stopping it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain yet that the provider has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its connection is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider cannot stop a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has ended and its results are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes by itself as soon as it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider took this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No results have come back yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is under way; cancel it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has given no id yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop “%1”? This cannot be undone. What was answered by then is fetched and may be charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let It Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whether the provider took “%1”. Sending it again may make it run, and cost, twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send It Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are in the bin.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>%1 · %2 failed</source>
        <extracomment>answered requests, then failed ones</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the provider counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer of the provider: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results are not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no results yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv);;Lines as they came (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that a spreadsheet would run as a formula got an apostrophe.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunResults</name>
    <message>
        <source>The requests of this run are not those that were sent: %1 has other lines now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no such row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>%1 (“%2”)</source>
        <extracomment>our word for the state, then the provider&apos;s own word that we do not know</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which runs to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>there is no desktop session (D-Bus) here, so no keyring can be reached; take the key from an environment variable (--key-env), or keep it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keyring service is running; start GNOME Keyring, KWallet or another Secret Service, or take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring service has no open keyring; create or unlock one, or take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring is locked; unlock it and try again, or take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring did not answer in time; look for a prompt that waits, then try again, or take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no key in the keyring for it; put it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access to the keyring was refused; allow it and try again, or take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring cannot be used (%1); take the key from an environment variable (--key-env)</source>
        <extracomment>%1 is the keyring&apos;s own reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring gave no access a moment ago; try again in five minutes, or put the key in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment variable %1, which should hold the key of %2, is not set; set it and start again</source>
        <extracomment>%1 is the name of an environment variable, %2 the name of a connection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key of %1 was kept for an earlier session only; put it in again</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring does not give back what was put in; take the key from an environment variable (--key-env)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sink</name>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 is a file, %2 the system&apos;s reason, such as &quot;No space left on device&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer holds its results twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of results in the answer is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is too large beside its results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spooler</name>
    <message>
        <source>%1 holds fewer requests than when it was checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>Batchdesk is open on this library but does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubmitForm</name>
    <message>
        <source>&amp;Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metadata:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, to %3. Practice costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, to %3. This costs money.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Laying out %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… the beginning of %1; copy or export for the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… the beginning of %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next %2</source>
        <extracomment>%1 is such as &quot;20 s ago&quot;, %2 such as &quot;in 40 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next %1</source>
        <extracomment>%1 is such as &quot;in 40 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>date and time of day</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Thousands of requests, one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop JSONL files anywhere in this window. Each one is checked first; nothing is sent before you press Submit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your requests and results stay on this computer, in %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the practice provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends sample requests to a provider inside this program. No key, no cost, no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a JSONL file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request a line, as the Batch APIs take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write requests here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, edit and paste requests in a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider&apos;s address and your key, which goes into the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batchctl</name>
    <message>
        <source>Give either --profile or --connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;; see batchctl profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and limits of this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and limits of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  model %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  endpoint %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the known providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add access to a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a connection and say what works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a connection and its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a request file before paying for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a run of a request file and submit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all that is known of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow runs until their results are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel a run at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the results of a run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the rows of a run by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print results in the order of the requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write results to a CSV or JSONL file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address such as https://api.example.com/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Nothing was stored; --key-env VAR works without a keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3, %4 of %5 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: batchctl [--library DIR] [--json] [--quiet] COMMAND ...

Batchdesk on the command line.

Commands:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the practice provider in the foreground</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--library needs a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it so: batchctl %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; see batchctl --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not hold one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be text for this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider takes no metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata is given as KEY=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same was sent before as %1 &quot;%2&quot;; --again sends it once more on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3, %4 x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, lines %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider offers the windows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up waiting after this many seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still under way; watch again to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) for an id that had one already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) with an id that was not asked for</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) would have run as a formula and got an apostrophe</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
