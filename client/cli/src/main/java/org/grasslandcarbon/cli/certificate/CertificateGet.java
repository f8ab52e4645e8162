// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import java.nio.file.Path;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the certificate of a retirement, byte by byte as it was made. */
@Command(
    name = "get",
    description = {
      "读取一次注销的证书（JSON）；无需密钥。",
      "Fetches the certificate of a retirement (JSON); no key is needed."
    },
    footer = {
      "  grassland certificate get 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 -o certificate.json"
    })
final class CertificateGet extends RegistryCommand {
  @Parameters(
      paramLabel = "RETIREMENT",
      description = {"注销编号（指令的 UUID）。", "The retirement: the UUID of its instruction."})
  private String retirement;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = {"存为此文件（不覆盖）。", "Where to; nothing is overwritten."})
  private Path out;

  @Override
  protected void perform(Session session) {
    byte[] certificate =
        session.progress().during(calledAs(), () -> session.publicReads().certificate(retirement));
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
