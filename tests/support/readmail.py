#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads a mail on stdin with Python's email package and prints what it holds as JSON, with every defect it finds."""
import email
import email.policy
import json
import sys


def describe(part):
    about = {"type": part.get_content_type(), "defects": [type(defect).__name__ for defect in part.defects],
             "parameters": dict(part["Content-Type"].params) if part["Content-Type"] else {},
             "disposition": part.get_content_disposition() or "", "filename": part.get_filename() or ""}
    for name, header in part.items():
        about["defects"] += [f"{name}: {defect}" for defect in getattr(header, "defects", ())]
    if part.is_multipart():
        about["parts"] = [describe(each) for each in part.iter_parts()]
    else:
        content = part.get_content()
        about["content"] = content if isinstance(content, str) else content.decode()
    return about


message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
print(json.dumps({**describe(message), "headers": {name.lower(): str(value) for name, value in message.items()},
                  "addresses": [address.addr_spec for address in message["To"].addresses]}))
