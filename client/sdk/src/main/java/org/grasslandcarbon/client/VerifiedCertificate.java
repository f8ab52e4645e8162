// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.client.CertificateRefused.Reason;
import org.grasslandcarbon.domain.certificate.HoldersWord;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Endorsement;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Evidence;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Position;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.certificate.TrustFile;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * A certificate of a retirement that was verified, on this machine alone: no network and no gateway
 * is asked. Whoever has it need trust nobody but the offices of the trust file, and of those none
 * alone.
 *
 * @param certificate what it says
 * @param vouching the offices whose word counts
 * @param needed how many were needed
 * @param lines what was found, in six lines: the record, the holder's signature, the offices, their
 *     roots, the block, and what was not checked
 */
public record VerifiedCertificate(
    RetirementCertificate certificate, List<String> vouching, int needed, List<Detail> lines) {
  /** As far as an endorser of Fabric lets a proposal's time be from its own clock. */
  private static final long CLOCKS_APART_SECONDS = 15 * 60;

  public VerifiedCertificate {
    vouching = List.copyOf(vouching);
    lines = List.copyOf(lines);
  }

  private record Offices(List<String> counted, List<Detail> others, Set<String> roots) {
    /** Why the others do not count. */
    Detail why() {
      return others.stream()
          .reduce((before, next) -> zh("%s；%s").en("%s; %s", before, next))
          .orElseGet(() -> zh("无").en("none"));
    }
  }

  /**
   * Reads a trust file.
   *
   * @throws BadValueException when it is none
   */
  public static TrustFile trust(byte[] json) {
    if (json.length > TrustFile.BYTES_MOST) {
      throw new BadValueException(zh("信任文件过大").en("the trust file is too large"));
    }
    try {
      TrustFile file = Codec.read(json, TrustFile.class);
      new TrustedOffices(file);
      return file;
    } catch (RegistryException e) {
      throw new BadValueException(e.detail());
    }
  }

  /**
   * Verifies a certificate.
   *
   * @param json the certificate's bytes, exactly as they came
   * @param trust the offices, from elsewhere than the certificate
   * @throws CertificateRefused which says why it proves nothing
   */
  public static VerifiedCertificate of(byte[] json, TrustFile trust) {
    RetirementCertificate certificate = read(json);
    try {
      return of(certificate, trust);
    } catch (RegistryException | BadValueException e) {
      throw new CertificateRefused(Reason.ALTERED, detail(e));
    }
  }

  private static VerifiedCertificate of(RetirementCertificate certificate, TrustFile trust) {
    Evidence evidence = certificate.evidence().get(0);
    Endorsed endorsed = Endorsed.read(evidence, trust);
    SignedInstruction signed = signed(evidence.instruction());
    RetirementFacts facts = facts(signed, endorsed);
    Position written = endorsed.versions().get(facts.first().key().text());
    require(
        certificate.equals(
                RetirementCertificate.of(
                    trust.channel(), trust.chaincode(), facts, written, evidence))
            && facts.retirements().stream()
                .allMatch(part -> written.equals(endorsed.versions().get(part.key().text())))
            && !endorsed.at().isBefore(facts.first().at().minusSeconds(CLOCKS_APART_SECONDS)),
        Reason.ALTERED,
        zh("证书所载与机构证明的记录不符").en("the certificate does not say what the offices vouch for"));
    Offices offices = offices(evidence.endorsements(), endorsed, new TrustedOffices(trust));
    return new VerifiedCertificate(
        certificate,
        offices.counted(),
        trust.needed(),
        lines(certificate, signed, offices, trust, endorsed.at()));
  }

  private static RetirementCertificate read(byte[] json) {
    require(
        json.length <= RetirementCertificate.BYTES_MOST,
        Reason.UNREADABLE,
        zh("文件过大，不是证书").en("the file is too large for a certificate"));
    try {
      RetirementCertificate certificate = Codec.read(json, RetirementCertificate.class);
      require(
          Arrays.equals(Codec.write(certificate), json),
          Reason.UNREADABLE,
          zh("文件不是规范形式").en("the file is not in canonical form"));
      require(
          certificate.evidence().size() == 1
              && certificate.evidence().get(0).type().equals(Evidence.TYPE),
          Reason.UNREADABLE,
          zh("证书须有且仅有一项证明").en("a certificate has one piece of evidence"));
      return certificate;
    } catch (RegistryException e) {
      throw new CertificateRefused(Reason.UNREADABLE, e.detail());
    }
  }

  private static Offices offices(
      List<Endorsement> endorsements, Endorsed endorsed, TrustedOffices trusted) {
    require(
        endorsements.size() <= TrustFile.ORGANISATIONS_MOST,
        Reason.ALTERED,
        zh("证书至多有 %s 个机构的签名")
            .en(
                "a certificate has at most %s signatures of offices",
                TrustFile.ORGANISATIONS_MOST));
    List<String> counted = new ArrayList<>();
    List<Detail> others = new ArrayList<>();
    Set<String> roots = new LinkedHashSet<>();
    boolean allForeign = true;
    String last = "";
    for (Endorsement each : endorsements) {
      EndorserSignature signature = EndorserSignature.verified(each, endorsed.response());
      require(
          last.compareTo(signature.mspId()) < 0,
          Reason.ALTERED,
          zh("机构的签名重复或次序有误").en("an office has signed twice, or out of order"));
      last = signature.mspId();
      TrustedOffices.Standing standing =
          trusted.of(signature.mspId(), signature.certificate(), endorsed.at());
      allForeign &= standing.foreign();
      if (standing.counts()) {
        counted.add(signature.mspId());
        roots.add(signature.mspId() + " " + standing.root());
      } else {
        others.add(standing.why());
      }
    }
    require(
        endorsements.isEmpty() || !allForeign,
        Reason.OTHER_LEDGER,
        zh("没有一个签署机构在信任文件中").en("none of the offices that have signed is in the trust file"));
    Offices offices = new Offices(counted, others, roots);
    require(
        counted.size() >= trusted.needed(),
        Reason.TOO_FEW_OFFICES,
        zh("%s 个机构中须有 %s 个作证，计入 %s 个。%s")
            .en(
                "of %s offices %s must vouch, and %s do that count. %s",
                trusted.all(), trusted.needed(), counted.size(), offices.why()));
    return offices;
  }

  private static SignedInstruction signed(String instruction) {
    try {
      return SignedInstruction.parse(instruction.getBytes(StandardCharsets.US_ASCII));
    } catch (RegistryException e) {
      throw new CertificateRefused(Reason.HOLDER_DID_NOT_SIGN, e.detail());
    }
  }

  private static RetirementFacts facts(SignedInstruction signed, Endorsed endorsed) {
    RetirementFacts facts =
        RetirementFacts.of(signed.instruction().id(), signed.kid(), endorsed.attested());
    try {
      HoldersWord.require(signed, facts);
      return facts;
    } catch (RegistryException | BadValueException e) {
      throw new CertificateRefused(Reason.HOLDER_DID_NOT_SIGN, detail(e));
    }
  }

  private static Detail detail(RuntimeException refusal) {
    return refusal instanceof RegistryException registry
        ? registry.detail()
        : ((BadValueException) refusal).detail();
  }

  private static List<Detail> lines(
      RetirementCertificate certificate,
      SignedInstruction signed,
      Offices offices,
      TrustFile trust,
      Instant at) {
    RetirementCertificate.Subject subject = certificate.credentialSubject();
    return List.of(
        zh("记录未被改动：证书 %s，%s 吨，%s，%s，%s")
            .en(
                "The record is unchanged: certificate %s, %s tonnes, %s, %s, %s",
                subject.certificateNumber(),
                subject.tonnes(),
                subject
                    .compliance()
                    .map(
                        use ->
                            zh("用于 %s 市场 %s 年度履约，依抵销规则第 %s 版")
                                .en(
                                    "for compliance in market %s, year %s, by row %s of its offset"
                                        + " rule",
                                    use.market(), use.year(), use.rule().version()))
                    .orElseGet(() -> zh("不用于履约").en("not for compliance")),
                subject.training()
                    ? zh("仅供练习").en("for practice only")
                    : zh("非练习").en("not for practice"),
                subject.corrections().isPresent()
                    ? zh("其后有更正，见证书").en("corrected since, as it says itself")
                    : zh("作证时无更正").en("not corrected when the offices vouched")),
        zh("持有方已签署：%s %s，密钥 %s")
            .en(
                "The holder has signed: %s %s, key %s",
                subject.holder().name().zh() + " / " + subject.holder().name().en(),
                subject.holder().id(),
                signed.kid()),
        zh("%s 个机构中 %s 个作证：%s；其余不计的：%s")
            .en(
                "Of %s offices %s vouch: %s; of others that do not count: %s",
                trust.organisations().size(),
                offices.counted().size(),
                String.join(", ", offices.counted()),
                offices.why()),
        zh("根证书 SHA-256：%s").en("Roots, SHA-256: %s", String.join("; ", offices.roots())),
        zh("区块 %s，第 %s 笔交易；机构于 %s 作证")
            .en(
                "Block %s, transaction %s; the offices vouched at %s",
                subject.block(), subject.transactionPosition(), at),
        zh("未核对：信任文件的来源、作证之后的更正与撤销、区块本身；注销不可撤回，无须查询是否仍有效")
            .en(
                "Not checked: where the trust file is from, corrections and revocations since the"
                    + " offices vouched, the blocks themselves; a retirement is for ever, so there"
                    + " is no list of withdrawn ones"));
  }

  private static void require(boolean holds, Reason reason, Detail otherwise) {
    if (!holds) {
      throw new CertificateRefused(reason, otherwise);
    }
  }
}
