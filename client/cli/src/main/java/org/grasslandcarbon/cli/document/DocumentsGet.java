// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.document;

import java.nio.file.Path;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.value.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a file; only what has the digest that was asked for is ever written. */
@Command(
    name = "get",
    description = {
      "读取文件并核对其摘要；不公开的文件需要密钥。",
      "Fetches a file and compares its digest; what is not public needs a key."
    },
    footer = {"  grassland documents get HASH -o design.pdf"})
final class DocumentsGet extends RegistryCommand {
  @Parameters(
      paramLabel = "HASH",
      description = {"文件的 SHA-256。", "The document's SHA-256."})
  private String hash;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = {"存为此文件（不覆盖）。", "Where to; nothing is overwritten."})
  private Path out;

  @Override
  protected void perform(Session session) {
    Sha256 asked = hash(hash);
    byte[] file = session.progress().during(calledAs(), () -> session.documents(false).get(asked));
    OutFile.write(session, out, file);
    session.hint("已存为 " + out + "。", "Saved as " + out + ".");
  }

  /** A digest that somebody has typed. */
  static Sha256 hash(String text) {
    if (!text.matches(Sha256.PATTERN)) {
      throw new UsageException(
          "HASH 须为 64 位小写十六进制数字。", "HASH is 64 lower-case hexadecimal digits.");
    }
    return new Sha256(text);
  }
}
