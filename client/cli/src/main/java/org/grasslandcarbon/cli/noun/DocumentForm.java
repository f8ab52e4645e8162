// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;

/** Something with a structure of its own: JSON, or a file with it. */
record DocumentForm() implements Form {

  /** Whether a text is meant as JSON and not as a file's name. */
  static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /**
   * What a text says, or the file that it names.
   *
   * @throws UsageException when it is neither, since then it is mistyped
   */
  static JsonNode readJson(String text, Session session) {
    boolean json = isJson(text);
    if (!json && !text.equals("-") && !Files.exists(session.terminal().path(text))) {
      throw new UsageException("没有文件 " + text, "there is no file " + text);
    }
    try {
      return Codec.read(json ? text : session.read(Path.of(text)), JsonNode.class);
    } catch (RegistryException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String label() {
    return "JSON|FILE";
  }

  @Override
  public Name accepted() {
    return Labels.form("document");
  }

  @Override
  public JsonNode read(String text, Session session) {
    return readJson(text, session);
  }

  @Override
  public String write(JsonNode value) {
    return Codec.text(value);
  }

  @Override
  public String shown(String member, JsonNode value) {
    return Words.hyphenated(member) + ".json";
  }
}
