// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Credits;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Subject;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.certificate.CertificateText.Field;
import org.grasslandcarbon.gateway.paper.Visible;
import org.springframework.web.util.HtmlUtils;

/**
 * A certificate as a page for browsers, and for their printers. There is no script in it. Every
 * text is escaped, is isolated from the direction in which others are written, and tells by its
 * number what cannot be seen.
 */
final class CertificatePage {
  private static final String STYLE = "/registry/certificate.css";

  private static final Name NO_PROOF =
      Name.of(
          "本页仅供阅读，不是证明：证明是同一地址的 JSON 或 PDF 文件，请用 grassland certificate get 下载，再用 grassland certificate"
              + " verify 对照另行取得的信任文件验证。",
          "This page proves nothing. The proof is the file at the same address (grassland certificate"
              + " get): verify it by grassland certificate verify, against a trust file that came"
              + " another way.");

  private final StringBuilder page = new StringBuilder();

  private CertificatePage() {}

  static String of(RetirementCertificate certificate, Sha256 digest) {
    CertificatePage page = new CertificatePage();
    page.write(certificate, digest);
    return page.page.toString();
  }

  private void write(RetirementCertificate certificate, Sha256 digest) {
    Subject subject = certificate.credentialSubject();
    page.append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(subject.title().zh() + " " + subject.certificateNumber()))
        .append("</title>\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"")
        .append(STYLE)
        .append("\">\n</head>\n<body>\n<header>\n");
    if (subject.training()) {
      element("p", Optional.of("practice"), both(CertificateText.PRACTICE));
    }
    element(
        "h1",
        Optional.empty(),
        text(subject.title().zh()) + "<br>" + english(subject.title().en()));
    element("p", Optional.of("number"), text(subject.certificateNumber()));
    page.append("</header>\n<main>\n");
    fields(CertificateText.retirement(certificate));
    heading(Name.of("用途说明", "Statement"));
    element("p", Optional.empty(), text(subject.statement()));
    heading(Name.of("减排量", "Credits"));
    credits(subject.credits());
    heading(Name.of("账本记录与验证", "Record and verification"));
    fields(CertificateText.record(certificate, digest));
    element("p", Optional.of("proof"), both(NO_PROOF));
    page.append("</main>\n</body>\n</html>\n");
  }

  private void fields(List<Field> fields) {
    page.append("<dl>\n");
    for (Field field : fields) {
      element("dt", Optional.empty(), both(field.label()));
      element("dd", Optional.empty(), text(field.value()));
    }
    page.append("</dl>\n");
  }

  private void credits(List<Credits> credits) {
    page.append("<table>\n<thead>\n<tr>\n");
    CertificateText.creditHeadings()
        .forEach(heading -> element("th", Optional.empty(), both(heading)));
    page.append("</tr>\n</thead>\n<tbody>\n");
    for (Credits each : credits) {
      page.append("<tr>\n");
      CertificateText.credits(each).forEach(cell -> element("td", Optional.empty(), text(cell)));
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private void heading(Name words) {
    element("h2", Optional.empty(), both(words));
  }

  private void element(String name, Optional<String> kind, String content) {
    page.append('<').append(name);
    kind.ifPresent(each -> page.append(" class=\"").append(each).append('"'));
    page.append('>').append(content).append("</").append(name).append(">\n");
  }

  private static String both(Name words) {
    return text(words.zh()) + " " + english(words.en());
  }

  private static String english(String words) {
    return "<span lang=\"en\">" + escaped(words) + "</span>";
  }

  private static String text(String value) {
    return "<bdi>" + escaped(value) + "</bdi>";
  }

  private static String escaped(String value) {
    return HtmlUtils.htmlEscape(Visible.told(value), "UTF-8");
  }
}
