// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.CertificateRefused;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a certificate on this machine alone: no gateway is asked. */
@Command(
    name = "verify",
    description = {
      "在本机验证注销证书（JSON，或附有该 JSON 的 PDF），不连接任何网关；信任文件须由另一途径取得（见 docs/reference/certificates.md）。",
      "Verifies a certificate (JSON, or the PDF that has it in it) on this machine, without a gateway."
          + " The trust file must come another way than the certificate"
          + " (docs/reference/certificates.md)."
    },
    footer = {
      "  grassland certificate verify certificate.json --trust trust.json",
      "  grassland certificate verify certificate.pdf --trust trust.json"
    })
final class CertificateVerify extends RegistryCommand {
  @Parameters(
      paramLabel = "FILE",
      description = {"证书（JSON 或 PDF）。", "The certificate, JSON or PDF."})
  private Path file;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "FILE",
      description = {"信任文件：机构及其根证书。", "The offices and their roots."})
  private Path trust;

  /**
   * One line in both languages.
   *
   * @param en in English
   * @param zh in Chinese
   */
  record Line(String en, String zh) {}

  /**
   * What was found, for programs.
   *
   * @param certificateNumber the number on the certificate
   * @param lines what was checked, and what was not
   * @param needed how many offices had to vouch
   * @param tonnes what was retired
   * @param training whether it was for practice
   * @param vouching the offices that do
   */
  record Found(
      String certificateNumber,
      List<Line> lines,
      int needed,
      long tonnes,
      boolean training,
      List<String> vouching) {}

  /** What is said of a page, beside what was found of the file in it. */
  private static final Detail PAGE =
      zh("只验证了 PDF 所附的 JSON 文件；页面上印的内容未经核对，请以上列各行为准")
          .en(
              "Of the PDF, only the JSON file in it was verified. What its page looks like was not"
                  + " checked: go by these lines");

  @Override
  protected void perform(Session session) {
    byte[] given = session.read(file, CertificateInPdf.BYTES_MOST);
    boolean isPdf = CertificateInPdf.isPdf(given);
    VerifiedCertificate verified = verified(session, isPdf, given);
    List<Detail> lines = new ArrayList<>(verified.lines());
    if (isPdf) {
      lines.add(PAGE);
    }
    if (session.isForPrograms()) {
      session.document(found(verified, lines));
      return;
    }
    for (Detail line : lines) {
      session.say(line.zh(), line.en());
    }
  }

  private VerifiedCertificate verified(Session session, boolean isPdf, byte[] given) {
    TrustFile offices = offices(session);
    try {
      return VerifiedCertificate.of(isPdf ? CertificateInPdf.of(given) : given, offices);
    } catch (CertificateInPdf.Refused e) {
      throw new NotDone(
          "PDF 中没有可验证的证书：" + e.detail().zh() + "。",
          "The PDF has no certificate that can be verified: " + e.detail().en() + ".");
    } catch (CertificateRefused e) {
      throw new NotDone(
          "证书未通过验证（" + e.reason() + "）：" + e.detail().zh() + "。",
          "The certificate proves nothing (" + e.reason() + "): " + e.detail().en() + ".");
    }
  }

  private TrustFile offices(Session session) {
    try {
      return VerifiedCertificate.trust(session.read(trust).getBytes(StandardCharsets.UTF_8));
    } catch (BadValueException e) {
      throw new UsageException(
          trust + " 不是信任文件：" + e.detail().zh() + "。",
          trust + " is no trust file: " + e.detail().en() + ".");
    }
  }

  private static Found found(VerifiedCertificate verified, List<Detail> lines) {
    var subject = verified.certificate().credentialSubject();
    return new Found(
        subject.certificateNumber(),
        lines.stream().map(line -> new Line(line.en(), line.zh())).toList(),
        verified.needed(),
        subject.tonnes(),
        subject.training(),
        verified.vouching());
  }
}
