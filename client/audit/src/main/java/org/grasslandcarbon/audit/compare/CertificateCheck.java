// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.compare;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.ledger.Stored;
import org.grasslandcarbon.domain.certificate.HoldersWord;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.certificate.RetirementFacts;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.StateAttestation.Attested;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Holds a certificate of a retirement against the audited state: whether the ledger has that
 * retirement, in that block, and says of it what the certificate says. Corrections since the
 * offices vouched are the ledger's and are told.
 */
public final class CertificateCheck {
  private final LedgerState state;
  private final String channel;
  private final String chaincode;
  private final FindingSink findings;

  public CertificateCheck(
      LedgerState state, String channel, String chaincode, FindingSink findings) {
    this.state = state;
    this.channel = channel;
    this.chaincode = chaincode;
    this.findings = findings;
  }

  /**
   * Checks one.
   *
   * @param json the certificate's bytes
   */
  public void check(byte[] json) {
    RetirementCertificate certificate;
    SignedInstruction signed;
    try {
      certificate = Codec.read(json, RetirementCertificate.class);
      signed =
          SignedInstruction.parse(
              certificate.evidence().get(0).instruction().getBytes(StandardCharsets.US_ASCII));
    } catch (RegistryException e) {
      findings.add(FindingCode.CERTIFICATE_UNREADABLE, Place.NOWHERE, e.detail());
      return;
    } catch (IndexOutOfBoundsException e) {
      findings.add(
          FindingCode.CERTIFICATE_UNREADABLE,
          Place.NOWHERE,
          zh("证书中没有证明").en("there is no evidence in it"));
      return;
    }
    check(certificate, signed);
  }

  private void check(RetirementCertificate certificate, SignedInstruction signed) {
    InstructionId id = certificate.credentialSubject().instruction();
    Place place = Place.NOWHERE.key(Retirement.key(id).text());
    List<Retirement> parts = parts(id);
    if (parts.isEmpty()) {
      findings.add(
          FindingCode.CERTIFICATE_WITHOUT_RETIREMENT,
          place,
          zh("证书 %s").en("certificate %s", certificate.credentialSubject().certificateNumber()));
      return;
    }
    try {
      List<InstructionId> projects = new ArrayList<>();
      for (Retirement part : parts) {
        projects.add(
            find(Batch.key(part.batch()).text())
                .map(stored -> Codec.read(stored.value(), Batch.class).project())
                .orElseThrow(NoSuchBatchException::new));
      }
      List<Attested> attested =
          RetirementFacts.keys(parts, projects, signed.kid()).stream()
              .map(key -> new Attested(key, find(key).map(CertificateCheck::text)))
              .toList();
      RetirementFacts facts = RetirementFacts.of(id, signed.kid(), attested);
      HoldersWord.require(signed, facts);
      Stored written = find(Retirement.key(id).text()).orElseThrow();
      RetirementCertificate mine =
          RetirementCertificate.of(
              channel,
              chaincode,
              facts,
              new RetirementCertificate.Position(written.block(), written.transaction()),
              certificate.evidence().get(0));
      if (!mine.equals(certificate)) {
        findings.add(
            FindingCode.CERTIFICATE_DIFFERS,
            place,
            zh("账本：%s").en("the ledger says %s", Codec.text(mine.credentialSubject())));
      }
    } catch (RegistryException e) {
      findings.add(FindingCode.CERTIFICATE_DIFFERS, place, e.detail());
    } catch (BadValueException e) {
      findings.add(FindingCode.CERTIFICATE_DIFFERS, place, e.detail());
    } catch (NoSuchBatchException e) {
      findings.add(
          FindingCode.CERTIFICATE_DIFFERS,
          place,
          zh("账本上没有其批次").en("the ledger has not its batch"));
    }
  }

  /** A retirement of a batch that is not there. */
  private static final class NoSuchBatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static String text(Stored stored) {
    return new String(stored.value(), StandardCharsets.UTF_8);
  }

  private Optional<Stored> find(String key) {
    return state.find(chaincode, key);
  }

  private List<Retirement> parts(InstructionId id) {
    List<Retirement> parts = new ArrayList<>();
    Optional<Stored> part = find(RetirementFacts.part(id, 1).text());
    while (part.isPresent()) {
      parts.add(Codec.read(part.get().value(), Retirement.class));
      part = find(RetirementFacts.part(id, parts.size() + 1).text());
    }
    return parts;
  }
}
