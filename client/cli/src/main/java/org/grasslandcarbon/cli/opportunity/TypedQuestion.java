// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.opportunity;

import java.nio.file.Path;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something that is computed from a file; a template of the file can be had. */
abstract class TypedQuestion extends RegistryCommand {
  @Option(
      names = "--template",
      description = {"输出一份填好示例数字的文件。", "Prints a file with example numbers to begin with."})
  private boolean template;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = {"JSON 文件（- 为标准输入）。", "A JSON file (- is standard input)."})
  private Path file;

  /** An example of the file; its numbers are nobody's. */
  abstract Object example();

  /** Asks the gateway. */
  abstract JsonNode ask(Session session, JsonNode asked);

  /** Shows the answer to people. */
  abstract void show(Session session, JsonNode answer);

  @Override
  protected final void perform(Session session) {
    if (template) {
      session.document(Codec.tree(example()));
      return;
    }
    if (file == null) {
      throw new UsageException(
          "请给出文件；--template 输出一份示例。", "Name a file; --template prints one to begin with.");
    }
    JsonNode asked = Codec.read(session.read(file), JsonNode.class);
    if (!(asked instanceof ObjectNode)) {
      throw new UsageException(file + " 应为一个 JSON 对象。", file + " should be a JSON object.");
    }
    JsonNode answer = session.progress().during(calledAs(), () -> ask(session, asked));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    show(session, answer);
  }
}
