// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import java.nio.file.Path;
import java.util.Locale;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the certificate of a retirement, byte by byte as it was made, or as a printed page. */
@Command(
    name = "get",
    description = {
      "读取一次注销的证书：JSON，或内附该 JSON 的一页 PDF；无需密钥。",
      "Fetches the certificate of a retirement: JSON, or a page (PDF) that has the JSON in it; no"
          + " key is needed."
    },
    footer = {
      "  grassland certificate get 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 -o certificate.json",
      "  grassland certificate get R-CN-GCS-152502-20240001-2025-001-1 -o certificate.pdf"
    })
final class CertificateGet extends RegistryCommand {
  @Parameters(
      paramLabel = "RETIREMENT",
      description = {
        "注销编号（指令的 UUID）或证书编号。",
        "The retirement: the UUID of its instruction, or its certificate number."
      })
  private String retirement;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = {"存为此文件（不覆盖）。", "Where to; nothing is overwritten."})
  private Path out;

  @Option(
      names = "--pdf",
      description = {
        "取 PDF；FILE 以 .pdf 结尾时不必给出。",
        "The page (PDF); not needed where FILE ends in .pdf."
      })
  private boolean pdf;

  @Override
  protected void perform(Session session) {
    boolean page = pdf || out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    byte[] certificate =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    page
                        ? session.publicReads().printedCertificate(retirement)
                        : session.publicReads().certificate(retirement));
    OutFile.write(session, out, certificate);
    session.hint(
        "已存为 " + out + "，尚未验证：grassland certificate verify " + out + " --trust FILE",
        "Saved as "
            + out
            + ", not verified yet: grassland certificate verify "
            + out
            + " --trust FILE");
  }
}
