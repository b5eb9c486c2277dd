<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
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
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n request(s)</source>
        <translation type="unfinished">
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
</TS>
