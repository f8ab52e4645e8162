// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;

/** A version of a methodology: its id and its version with a stroke between. */
record VersionForm() implements Form {

  @Override
  public String label() {
    return "ID/VERSION";
  }

  @Override
  public Name accepted() {
    return Labels.form("MethodologyRef");
  }

  @Override
  public boolean isWithoutCommas() {
    return true;
  }

  @Override
  public JsonNode read(String text, Session session) {
    return Codec.tree(MethodologyRef.parse(text.strip()));
  }

  @Override
  public String write(JsonNode value) {
    return value.path("id").asString() + "/" + value.path("version").asString();
  }
}
