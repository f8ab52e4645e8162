// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;

/** A document as the ledger names it: its SHA-256, or a file that is hashed on this machine. */
record DigestForm() implements Form {

  @Override
  public String label() {
    return "HASH|FILE";
  }

  @Override
  public Name accepted() {
    return Labels.form("Sha256");
  }

  @Override
  public JsonNode read(String text, Session session) {
    return Codec.tree(DocumentHash.of(session, text));
  }

  @Override
  public String write(JsonNode value) {
    return value.asString();
  }

  @Override
  public String shown(String member, JsonNode value) {
    return Words.hyphenated(member) + ".pdf";
  }
}
