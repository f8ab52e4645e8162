// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An amount of money, written in yuan; in an instruction it is fen. */
final class YuanForm implements Form {
  @Override
  public String label() {
    return "YUAN";
  }

  @Override
  public Name accepted() {
    return Labels.form("Fen");
  }

  @Override
  public JsonNode read(String text, Session session) {
    return JsonNodeFactory.instance.numberNode(Yuan.fen(text));
  }

  @Override
  public String write(JsonNode value) {
    return Yuan.typed(value.asLong());
  }
}
