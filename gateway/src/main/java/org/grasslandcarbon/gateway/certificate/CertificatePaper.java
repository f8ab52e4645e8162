// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Credits;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Subject;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.certificate.CertificateText.Field;
import org.grasslandcarbon.gateway.paper.Paper;
import org.grasslandcarbon.gateway.paper.PaperTable;
import org.grasslandcarbon.gateway.paper.PaperTable.Column;
import org.grasslandcarbon.gateway.paper.Typeface;
import org.grasslandcarbon.gateway.problem.Paths;

/**
 * A certificate as one page to be printed and handed on, with the certificate itself in it. The
 * page proves nothing: anybody can print another. One file is handed on, and whoever gets it
 * verifies what comes with it.
 */
final class CertificatePaper {
  private static final Name NO_PROOF =
      Name.of(
          "本页仅供阅读，不是证明：证明是所附的 JSON 文件，请用 grassland certificate verify 对照另行取得的信任文件验证。",
          "This page is for reading and proves nothing. The proof is the JSON file that comes with"
              + " it: verify this file by grassland certificate verify, against a trust file that"
              + " came another way.");

  /** The record, who has signed, and the code, at the foot of the page. */
  private static final int FOOT_LINES = 15;

  /** A statement of its full length in Chinese, in small lines; a longer look has the file. */
  private static final int STATEMENT_LINES = 9;

  /** The heading of the credits, a row, and what is said of the rest. */
  private static final int CREDIT_LINES = 9;

  /** Of one batch: some blocks of serials, and a project's name. */
  private static final int ROW_LINES = 4;

  /** What is said of the credits that have no room. */
  private static final int REST_LINES = 2;

  private static final int[] WEIGHTS = {34, 30, 9, 15, 8, 10};

  private final Typeface typeface;
  private final Optional<URI> address;

  /**
   * @param address where this gateway is reached, if that is known
   */
  CertificatePaper(Typeface typeface, Optional<URI> address) {
    this.typeface = typeface;
    this.address = address;
  }

  /**
   * Prints a certificate.
   *
   * @param json the certificate, which comes with the page
   * @return the same bytes for the same certificate
   */
  byte[] of(byte[] json) {
    RetirementCertificate certificate = Codec.read(json, RetirementCertificate.class);
    Subject subject = certificate.credentialSubject();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Paper paper =
        Paper.ofOnePage(
            typeface,
            subject.title(),
            subject.certificateNumber(),
            subject.training() ? Optional.of(CertificateText.PRACTICE) : Optional.empty())) {
      paper.attach(RetirementCertificate.FILE, "application/json", json, subject.retiredAt());
      paper.keepFree(FOOT_LINES);
      for (Field field : CertificateText.retirement(certificate)) {
        paper.field(field.label(), field.value(), field.linesMost());
      }
      int statement = Math.min(paper.smallLines(statement(subject)), STATEMENT_LINES);
      statement = Math.max(1, Math.min(statement, paper.linesLeft() - CREDIT_LINES));
      credits(paper, subject.credits(), FOOT_LINES + statement);
      paper.keepFree(FOOT_LINES);
      paper.small(statement(subject), statement);
      paper.keepFree(0);
      foot(paper, certificate, Sha256.of(json));
      paper.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static String statement(Subject subject) {
    return "用途说明 Statement: " + subject.statement();
  }

  private static void credits(Paper paper, List<Credits> credits, int below) throws IOException {
    paper.keepFree(below);
    paper.heading(Name.of("减排量", "Credits"));
    List<Name> headings = CertificateText.creditHeadings();
    List<Column> columns =
        IntStream.range(0, WEIGHTS.length)
            .mapToObj(i -> new Column(headings.get(i), WEIGHTS[i], i == WEIGHTS.length - 1))
            .toList();
    PaperTable table = paper.table(columns);
    paper.keepFree(below + REST_LINES);
    int told = 0;
    while (told < credits.size()
        && table.tryRow(CertificateText.credits(credits.get(told)), ROW_LINES)) {
      told++;
    }
    paper.keepFree(below);
    if (told < credits.size()) {
      long tonnes = credits.stream().skip(told).mapToLong(Credits::tonnes).sum();
      int batches = credits.size() - told;
      paper.small(
          "另有 %s 个批次 %s 吨，见所附 JSON 文件。 %s further batches, %s t, are in the attached JSON file."
              .formatted(
                  batches, CertificateText.tonnes(tonnes), batches, CertificateText.tonnes(tonnes)),
          REST_LINES);
    }
  }

  private void foot(Paper paper, RetirementCertificate certificate, Sha256 digest)
      throws IOException {
    paper.heading(Name.of("账本记录与验证", "Record and verification"));
    String place =
        Paths.BASE
            + "/retirements/"
            + certificate.credentialSubject().instruction()
            + "/certificate";
    paper.code(
        address.map(root -> root + place).orElse(certificate.id()) + "#sha256=" + digest.value());
    for (Field field : CertificateText.record(certificate, digest)) {
      paper.field(field.label(), field.value(), field.linesMost());
    }
    if (address.isPresent()) {
      paper.small(address.get() + place, 2);
    }
    paper.small(NO_PROOF.zh(), 2);
    paper.small(NO_PROOF.en(), 2);
    Optional<String> unseen = paper.unseen();
    if (unseen.isPresent()) {
      paper.small("字体没有或不可见的字符，以编号印出 Characters printed by their numbers: " + unseen.get(), 2);
    }
  }
}
