// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Subject;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Surrender;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.offset.OffsetSource;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * What people read of a certificate, on paper or on a page. Everything is of the file itself, and
 * nothing that is not in it is said, so that both can be held against it.
 */
final class CertificateText {
  static final Name PRACTICE = Name.of("仅供练习，不代表真实减排量", "For practice only, no real credits");

  private static final Map<Retirement.Purpose, Name> PURPOSES =
      Map.of(
          Retirement.Purpose.VOLUNTARY, Name.of("自愿抵销", "Voluntary offsetting"),
          Retirement.Purpose.COMPLIANCE, Name.of("履约抵销", "Compliance"),
          Retirement.Purpose.EVENT, Name.of("大型活动碳中和", "Carbon neutral event"),
          Retirement.Purpose.JUDICIAL_RESTORATION, Name.of("司法修复", "Judicial restoration"));

  private static final Map<Retirement.Reason, Name> REASONS =
      Map.of(
          Retirement.Reason.ENVIRONMENTAL_BENEFIT, Name.of("环境效益", "Environmental benefit"),
          Retirement.Reason.PERSON_OR_ORGANIZATION, Name.of("指定的个人或单位", "Person or organisation"),
          Retirement.Reason.ON_BEHALF_OF_THIRD_PARTY, Name.of("代第三方", "On behalf of a third party"),
          Retirement.Reason.CORPORATE_INVENTORY, Name.of("企业温室气体清单", "Corporate inventory"),
          Retirement.Reason.OTHER, Name.of("其他", "Other"));

  private static final Map<OffsetRule.Status, Name> STATUSES =
      Map.of(
          OffsetRule.Status.IN_FORCE, Name.of("施行", "in force"),
          OffsetRule.Status.HISTORICAL, Name.of("历史", "historical"),
          OffsetRule.Status.EXAMPLE, Name.of("示例，不是任何市场的规定", "an example, no market's rule"),
          OffsetRule.Status.NOT_LOADED, Name.of("未载入", "not loaded"));

  /**
   * Something with what it is called.
   *
   * @param label what it is called
   * @param value what it is
   * @param linesMost how many lines of a page it may take
   */
  record Field(Name label, String value, int linesMost) {
    static Field of(String zh, String en, String value, int linesMost) {
      return new Field(Name.of(zh, en), value, linesMost);
    }
  }

  private CertificateText() {}

  /** What was retired, when, by and for whom. */
  static List<Field> retirement(RetirementCertificate certificate) {
    Subject subject = certificate.credentialSubject();
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("数量（吨 CO2e）", "Quantity (t CO2e)", tonnes(subject.tonnes()), 1));
    fields.add(
        Field.of(
            "注销时间",
            "Retired at",
            BeijingTime.text(subject.retiredAt()) + " = " + subject.retiredAt(),
            2));
    fields.add(
        Field.of(
            "受益方（由持有方声明）",
            "Beneficiary, as stated",
            subject.beneficiary().code().map(code -> code + " ").orElse("")
                + subject.beneficiary().name().zh(),
            2));
    fields.add(Field.of("受益方英文名称", "Its name in English", subject.beneficiary().name().en(), 2));
    fields.add(
        Field.of(
            "持有并注销方",
            "Held and retired by",
            subject.holder().id() + " " + subject.holder().name().zh(),
            2));
    fields.add(Field.of("持有方英文名称", "Its name in English", subject.holder().name().en(), 2));
    fields.add(Field.of("用途", "Purpose", both(PURPOSES.get(subject.purpose())), 1));
    fields.add(Field.of("原因类别", "Reason", both(REASONS.get(subject.reason())), 1));
    subject.compliance().ifPresent(use -> fields.addAll(compliance(use)));
    subject
        .document()
        .ifPresent(
            document -> fields.add(Field.of("依据文书", "Document (SHA-256)", document.value(), 2)));
    corrections(subject).ifPresent(text -> fields.add(Field.of("更正", "Corrections", text, 3)));
    return fields;
  }

  private static List<Field> compliance(Surrender use) {
    OffsetRule rule = use.rule();
    return List.of(
        Field.of(
            "履约市场和年度",
            "Market and year",
            both(rule.name()) + " (" + use.market() + "), " + use.year(),
            2),
        Field.of(
            "抵销规则",
            "Offset rule",
            "第 "
                + rule.version()
                + " 版 / row "
                + rule.version()
                + "; "
                + both(STATUSES.get(rule.status()))
                + rule.sources().stream()
                    .map(CertificateText::source)
                    .collect(Collectors.joining("; ", "; ", "")),
            2));
  }

  private static String source(OffsetSource source) {
    return source.title() + source.number().map(number -> " (" + number + ")").orElse("");
  }

  private static Optional<String> corrections(Subject subject) {
    return subject
        .corrections()
        .map(
            all ->
                all.stream()
                    .flatMap(
                        each ->
                            each.corrections().stream()
                                .map(one -> one.statement())
                                .map(
                                    said ->
                                        each.recordType()
                                            + " "
                                            + String.join(":", each.parts())
                                            + ": "
                                            + both(said)))
                    .collect(Collectors.joining("; ")));
  }

  private static String both(CorrectRecord.Statement statement) {
    return statement.zh() + " / " + statement.en();
  }

  /** Where the ledger has it, who has signed that, and what tells the file. */
  static List<Field> record(RetirementCertificate certificate, Sha256 digest) {
    Subject subject = certificate.credentialSubject();
    return List.of(
        Field.of("注销指令", "Instruction", subject.instruction().value(), 1),
        Field.of(
            "区块和交易",
            "Block, transaction",
            subject.block() + ", " + subject.transactionPosition(),
            1),
        Field.of("账本", "Ledger", certificate.issuer().id(), 2),
        Field.of("附有签名的机构", "Signed by", offices(certificate), 1),
        Field.of("JSON 文件的 SHA-256", "Its SHA-256", digest.value(), 2));
  }

  /** Who has signed, by its own word: whether they have is for whoever verifies to find out. */
  private static String offices(RetirementCertificate certificate) {
    return certificate.evidence().get(0).endorsements().stream()
        .map(each -> office(each.endorser()))
        .collect(Collectors.joining(", "));
  }

  private static String office(String endorser) {
    try {
      return SerializedIdentity.parseFrom(Base64.getDecoder().decode(endorser)).getMspid();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a gateway makes certificates of identities that it read", e);
    }
  }

  /** The columns of {@link #credits}. */
  static List<Name> creditHeadings() {
    return List.of(
        Name.of("编号段", "Serial numbers"),
        Name.of("项目", "Project"),
        Name.of("区划", "Region"),
        Name.of("方法学", "Methodology"),
        Name.of("年份", "Vintage"),
        Name.of("吨", "t CO2e"));
  }

  /** One batch's credits. */
  static List<String> credits(RetirementCertificate.Credits credits) {
    return List.of(
        String.join(" ", credits.serials()),
        credits.projectNumber() + " " + both(credits.projectName()),
        credits.region().value(),
        credits.methodology().toString(),
        Integer.toString(credits.vintage()),
        tonnes(credits.tonnes()));
  }

  static String both(Name name) {
    return name.zh() + " / " + name.en();
  }

  static String tonnes(long tonnes) {
    return String.format(Locale.ROOT, "%,d", tonnes);
  }
}
