// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import java.nio.file.Path;
import java.util.List;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.TrustParts;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts what several offices say of themselves together into one trust file. */
@Command(
    name = "trust",
    description = {
      "把各机构各自给出的信任文件（network/fabric/trust --here）合并为一份；内容不一致即拒绝，并列出根证书指纹供核对。",
      "Puts the offices' own trust files (network/fabric/trust --here) together into one. What does"
          + " not agree is refused; the roots' fingerprints are printed, to be compared."
    },
    footer = {
      "  grassland certificate trust beijing.json tianjin.json hebei.json inner-mongolia.json -o"
          + " trust.json"
    })
final class CertificateTrust extends RegistryCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {"各机构的信任文件。", "The offices' trust files."})
  private List<Path> files;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = {"存为此文件（不覆盖）。", "Where to; nothing is overwritten."})
  private Path out;

  @Override
  protected void perform(Session session) {
    TrustFile whole = whole(session);
    OutFile.write(session, out, Codec.write(whole));
    for (TrustFile.Organisation organisation : whole.organisations()) {
      for (TrustFile.Root root : organisation.roots()) {
        session.say(
            organisation.mspId() + " SHA-256 " + root.fingerprint(),
            organisation.mspId() + " SHA-256 " + root.fingerprint());
      }
    }
    session.hint(
        "已存为 " + out + "：" + whole.organisations().size() + " 个机构中须有 " + whole.needed() + " 个作证。",
        "Saved as "
            + out
            + ": of "
            + whole.organisations().size()
            + " offices "
            + whole.needed()
            + " must vouch.");
  }

  private TrustFile whole(Session session) {
    TrustParts parts = new TrustParts();
    try {
      for (Path file : files) {
        parts.add(file.toString(), session.read(file, TrustFile.BYTES_MOST));
      }
      return parts.whole();
    } catch (BadValueException e) {
      throw new NotDone(
          "信任文件未合并：" + e.detail().zh() + "。",
          "The trust files were not put together: " + e.detail().en() + ".");
    }
  }
}
