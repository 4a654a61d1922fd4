<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChatCal::AgendaPane</name>
    <message numerus="yes">
        <source>A mail about it goes to: %1</source>
        <translation>
            <numerusform>A mail about it goes to: %1</numerusform>
            <numerusform>A mail about it goes to: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::DataPage</name>
    <message numerus="yes">
        <source>%n new event(s).</source>
        <translation>
            <numerusform>%n new event.</numerusform>
            <numerusform>%n new events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already.</source>
        <translation>
            <numerusform>%n is here already.</numerusform>
            <numerusform>%n are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n cannot be read.</numerusform>
            <numerusform>%n cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came in.</source>
        <translation>
            <numerusform>%n event came in.</numerusform>
            <numerusform>%n events came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were taken out again.</source>
        <translation>
            <numerusform>%n event was taken out again.</numerusform>
            <numerusform>%n events were taken out again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::DetailsCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::Outgoing</name>
    <message numerus="yes">
        <source>The server failed at this %n time(s). It was not accepted.</source>
        <translation>
            <numerusform>The server failed at this %n time. It was not accepted.</numerusform>
            <numerusform>The server failed at this %n times. It was not accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::Reminder</name>
    <message numerus="yes">
        <source>Begins in %n min</source>
        <translation>
            <numerusform>Begins in %n min</numerusform>
            <numerusform>Begins in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Began %n min ago</source>
        <translation>
            <numerusform>Began %n min ago</numerusform>
            <numerusform>Began %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::WaitingList</name>
    <message numerus="yes">
        <source>%n change(s) could not be made.</source>
        <translation>
            <numerusform>%n change could not be made.</numerusform>
            <numerusform>%n changes could not be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server.</source>
        <translation>
            <numerusform>%n change waits for the server.</numerusform>
            <numerusform>%n changes wait for the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message numerus="yes">
        <source>Meetings can be booked up to %n days ahead.</source>
        <translation>
            <numerusform>Meetings can be booked up to %n day ahead.</numerusform>
            <numerusform>Meetings can be booked up to %n days ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>web</name>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
