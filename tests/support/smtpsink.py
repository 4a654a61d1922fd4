#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A mail server on loopback that keeps what it accepts and fails as it is told.

    smtpsink.py FOLDER [--port N] [--cert FILE --key FILE] [--tls starttls|implicit|none] [--user NAME --password WORD]
                [--bearer TOKEN] [--mechanisms PLAIN,LOGIN,XOAUTH2] [--utf8] [--fault FAULT]... [--stay]

Prints {"port": N} as its first line. Each accepted mail becomes FOLDER/NNNNNN.eml, byte for byte, and NNNNNN.json with
its envelope; FOLDER/events.jsonl tells what happened. A line on stdin replaces the faults: FAULTs separated by blanks,
"clear" for none; each is answered by {"faults": N}. The end of stdin ends it, but with --stay.

FAULT is STAGE[/WORD]=ACTION[*TIMES]. STAGE: greeting, ehlo, starttls, auth, mail, rcpt, data (the command), body (after
the mail has come). WORD: only when the stage's address holds it. ACTION: a code such as 451 or 550, with 421 the
connection ends too; "cut": the connection ends without an answer; "stall": no answer ever. At body, "cut" and "stall"
come after the mail was kept: the server has accepted it and its answer is lost; "drop" loses the mail too.
"""
import argparse
import asyncio
import base64
import json
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

warnings.simplefilter("ignore")  # a password without TLS is what some of these tests are about
logging.getLogger("mail.log").setLevel(logging.CRITICAL)

WORDS = {"4": "4.3.0 Try again later", "5": "5.1.1 <{address}>: refused"}


class Fault:
    def __init__(self, text):
        where, _, what = text.partition("=")
        self.stage, _, self.word = where.partition("/")
        self.action, _, times = what.partition("*")
        self.times = int(times) if times else None
        if self.stage not in ("greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body"):
            raise ValueError("no such stage: " + text)
        if self.action not in ("cut", "stall", "drop") and not (self.action.isdigit() and len(self.action) == 3):
            raise ValueError("no such action: " + text)

    def strikes(self, stage, address):
        if stage != self.stage or self.word not in address or self.times == 0:
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Keeper:
    """What the sink remembers, on the disk."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        kept = [int(name[:6]) for name in os.listdir(folder) if name.endswith(".eml")]
        self.count = max(kept, default=0)

    def event(self, name, **more):
        with open(os.path.join(self.folder, "events.jsonl"), "a", encoding="utf-8") as log:
            log.write(json.dumps({"event": name, **more}) + "\n")

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path + ".part", "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.rename(path + ".part", path)

    def keep(self, session, envelope):
        self.count += 1
        name = f"{self.count:06}"
        about = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "utf8": envelope.smtp_utf8,
                 "tls": session.ssl is not None, "user": session.user, "hello": session.host_name}
        self.write(name + ".json", json.dumps(about).encode())
        self.write(name + ".eml", envelope.original_content)
        self.event("accepted", file=name + ".eml")


class Sink(SMTP):
    def __init__(self, options, keeper, faults, context, **more):
        self.options = options
        self.keeper = keeper
        self.faults = faults
        self.greeted = False
        super().__init__(self, hostname="sink.test", ident="sink", enable_SMTPUTF8=options.utf8,
                         tls_context=context if options.tls == "starttls" else None,
                         require_starttls=options.tls == "starttls", auth_required=bool(options.user),
                         auth_require_tls=False, authenticator=self.authenticate,
                         auth_exclude_mechanism=[name for name in ("PLAIN", "LOGIN", "XOAUTH2")
                                                 if name not in options.mechanisms or not options.user], **more)

    # Faults. False: the stage goes on.
    async def struck(self, stage, address=""):
        for fault in self.faults:
            if not fault.strikes(stage, address):
                continue
            self.keeper.event("fault", stage=stage, action=fault.action)
            if fault.action == "stall":
                await asyncio.sleep(3600)
            elif fault.action in ("cut", "drop"):
                self.abort()
            else:
                words = WORDS.get(fault.action[0], "").format(address=address or "you")
                await super().push(f"{fault.action} {words}")
                if fault.action == "421":
                    self.abort()
            return True
        return False

    def abort(self):
        raw = self._original_transport or self.transport
        if raw is not None:
            raw.abort() if hasattr(raw, "abort") else raw.close()

    def _create_session(self):
        session = super()._create_session()
        session.user = None
        return session

    def connection_made(self, transport):
        if self._original_transport is None:
            self.keeper.event("connected")
        super().connection_made(transport)
        if self.options.tls == "implicit":
            self.session.ssl = transport.get_extra_info("ssl_object")

    async def push(self, status):
        if status is None:
            return
        if not self.greeted:
            self.greeted = True
            if await self.struck("greeting"):
                return
        await super().push(status)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        if not self.options.user:
            responses = [line for line in responses if not line[4:].startswith("AUTH")]
        if session.ssl is not None:
            responses = [line for line in responses if line[4:] != "STARTTLS"]
        return responses

    async def smtp_EHLO(self, arg):
        if not await self.struck("ehlo"):
            await super().smtp_EHLO(arg)

    async def smtp_STARTTLS(self, arg):
        if not await self.struck("starttls"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg):
        self.keeper.event("auth", mechanism=(arg or "").split(" ")[0])
        if not await self.struck("auth"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg):
        if await self.struck("mail", arg or ""):
            return
        if not (arg or "").isascii() and "SMTPUTF8" not in arg.upper():
            await super().push("553 5.6.7 An address outside ASCII without SMTPUTF8")
            return
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        if await self.struck("rcpt", arg or ""):
            return
        if not (arg or "").isascii() and not self.envelope.smtp_utf8:
            await super().push("553 5.6.7 An address outside ASCII without SMTPUTF8")
            return
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg):
        if not await self.struck("data", " ".join(self.envelope.rcpt_tos)):
            await super().smtp_DATA(arg)

    async def handle_DATA(self, server, session, envelope):
        to = " ".join(envelope.rcpt_tos)
        mine = next((fault for fault in self.faults
                     if fault.stage == "body" and fault.word in to and fault.times != 0), None)
        if mine is None:
            self.keeper.keep(session, envelope)
            return "250 2.0.0 Kept"
        if mine.action in ("cut", "stall"):
            self.keeper.keep(session, envelope)
        await self.struck("body", to)
        return None  # the answer was given, or never will be

    async def smtp_NOOP(self, arg):
        self.keeper.event("noop")
        await super().smtp_NOOP(arg)

    async def smtp_QUIT(self, arg):
        self.keeper.event("quit")
        await super().smtp_QUIT(arg)

    # Who may send.
    def authenticate(self, server, session, envelope, mechanism, data):
        good = (isinstance(data, LoginPassword) and data.login.decode() == self.options.user
                and data.password.decode() == self.options.password)
        if good:
            session.user = data.login.decode()
        return AuthResult(success=good, handled=False)

    async def auth_XOAUTH2(self, server, args):
        given = args[1].encode() if len(args) > 1 else await self.token_from_client()
        wanted = f"user={self.options.user}\x01auth=Bearer {self.options.bearer}\x01\x01".encode()
        if base64.b64decode(given) == wanted:
            self.session.user = self.options.user
            return AuthResult(success=True)
        # As Gmail and Exchange do it: an explanation as a challenge, an empty answer, then 535.
        await self.challenge_auth('{"status":"400","schemes":"Bearer"}')
        return AuthResult(success=False, handled=False)

    async def token_from_client(self):
        await self.push("334 ")
        return (await self._reader.readline()).strip()


async def read_orders(faults, options, stopped):
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().strip():
        faults[:] = [] if line == "clear" else [Fault(word) for word in line.split()]
        print(json.dumps({"faults": len(faults)}), flush=True)
    if not options.stay:
        stopped.set()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--tls", choices=["starttls", "implicit", "none"], default="none")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("--bearer", default="")
    parser.add_argument("--mechanisms", default="PLAIN,LOGIN,XOAUTH2")
    parser.add_argument("--utf8", action="store_true")
    parser.add_argument("--fault", action="append", default=[])
    parser.add_argument("--stay", action="store_true")
    options = parser.parse_args()
    options.mechanisms = options.mechanisms.split(",")

    context = None
    if options.tls != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.cert, options.key)
    keeper = Keeper(options.folder)
    faults = [Fault(text) for text in options.fault]
    loop = asyncio.get_running_loop()
    # A client that goes away in the middle is what these tests are about, not news.
    loop.set_exception_handler(lambda _, about: keeper.event("exception", text=str(about.get("message"))))
    server = await loop.create_server(lambda: Sink(options, keeper, faults, context, loop=loop), "127.0.0.1",
                                      options.port, ssl=context if options.tls == "implicit" else None)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    stopped = asyncio.Event()
    orders = loop.create_task(read_orders(faults, options, stopped))
    await stopped.wait()
    orders.cancel()
    os._exit(0)  # open connections are not waited for


asyncio.run(main())
