// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.certificate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A retirement as a document that proves itself. Its bytes are the registry's canonical JSON, and
 * its members are named as those of a W3C Verifiable Credential 2.0; it has no {@code proof} of one
 * issuer's key, because the ledger has none: the offices' endorsements in {@code evidence} are the
 * proof. Everything else follows from the evidence, so that whoever verifies makes it anew and
 * compares.
 *
 * @param context {@code @context} of the data model
 * @param credentialSubject what was retired, by whom, for whom
 * @param evidence what it follows from, exactly one
 * @param id {@code urn:uuid:} and the instruction that retired
 * @param issuer the ledger
 * @param type what it is
 * @param validFrom when it was retired; it never ends, because a retirement never does
 */
public record RetirementCertificate(
    @JsonProperty("@context") List<String> context,
    Subject credentialSubject,
    List<Evidence> evidence,
    String id,
    Issuer issuer,
    List<String> type,
    Instant validFrom) {

  /** The largest has a mebibyte of records, as JSON in JSON and in base64. */
  public static final int BYTES_MOST = 4 * 1024 * 1024;

  /** What the certificate is called in a file that it is attached to. */
  public static final String FILE = "retirement-certificate.json";

  private static final List<String> CONTEXT = List.of("https://www.w3.org/ns/credentials/v2");
  private static final List<String> TYPE =
      List.of("VerifiableCredential", "CarbonCreditRetirement");

  public RetirementCertificate {
    context = List.copyOf(context);
    evidence = List.copyOf(evidence);
    type = List.copyOf(type);
  }

  /**
   * The ledger that vouches.
   *
   * @param id {@code urn:grassland-carbon:ledger:}, the channel and the chaincode
   */
  public record Issuer(String id) {
    static Issuer of(String channel, String chaincode) {
      return new Issuer("urn:grassland-carbon:ledger:" + channel + ":" + chaincode);
    }
  }

  /**
   * What was retired.
   *
   * @param beneficiary whose emissions the credits make good
   * @param block the block that recorded it
   * @param certificateNumber the number on the certificate
   * @param compliance for which market and year they were surrendered, and by which rule; absent
   *     for other purposes
   * @param corrections what the authority stated about records of it that are wrong
   * @param credits the credits, batch by batch
   * @param date the day in Beijing
   * @param document the judgment or evidence, if one was named
   * @param holder who retired them, which need not be the beneficiary
   * @param instruction the signed instruction that retired them
   * @param purpose the use
   * @param reason the category that registries report
   * @param retiredAt the moment
   * @param statement what the public reads
   * @param title what it is, for people
   * @param tonnes all of them, in tonnes CO2e
   * @param training whether they were for practice only and make nothing good
   * @param transactionPosition the transaction's place in the block, counted from 0
   */
  public record Subject(
      Beneficiary beneficiary,
      long block,
      String certificateNumber,
      Optional<Surrender> compliance,
      Optional<List<Corrections>> corrections,
      List<Credits> credits,
      LocalDate date,
      Optional<Sha256> document,
      Holder holder,
      InstructionId instruction,
      Retirement.Purpose purpose,
      Retirement.Reason reason,
      Instant retiredAt,
      String statement,
      Name title,
      long tonnes,
      boolean training,
      long transactionPosition) {
    public Subject {
      corrections = corrections.map(List::copyOf);
      credits = List.copyOf(credits);
    }
  }

  /**
   * A use for compliance. What the enterprise's caps have left is not in it: the caps follow from
   * its emissions, which are not everybody's to know, and the ledger refused what was above them.
   *
   * @param market the market
   * @param rule the row of its offset rule by which the credits were judged, as the ledger has it
   * @param year the compliance year
   */
  public record Surrender(MarketId market, OffsetRule rule, int year) {}

  /**
   * Who retired.
   *
   * @param id its code
   * @param name in Chinese and English, as the ledger has it
   */
  public record Holder(ParticipantId id, Name name) {}

  /**
   * Credits of one batch.
   *
   * @param batch the batch
   * @param methodology the version by which they were quantified
   * @param project the project's id
   * @param projectName in Chinese and English
   * @param projectNumber its public number
   * @param region GB/T 2260
   * @param serials full serial numbers, block by block
   * @param tonnes how many
   * @param vintage the year in which the tonnes arose
   */
  public record Credits(
      BatchId batch,
      MethodologyRef methodology,
      InstructionId project,
      Name projectName,
      ProjectNumber projectNumber,
      RegionCode region,
      List<String> serials,
      long tonnes,
      int vintage) {
    public Credits {
      serials = List.copyOf(serials);
    }
  }

  /**
   * What the offices' peers have signed, and what the holder has. All but the instruction is
   * Fabric's protocol buffers in base64.
   *
   * @param channelHeader of the proposal to attest: the channel, and when it was asked
   * @param endorsements the signatures, in the order of the organisations
   * @param instruction the holder's instruction, JWS compact serialisation
   * @param proposal the call: {@code attest} and the keys
   * @param response what was signed: the records, and in which block each was written
   * @param signatureHeader of the proposal: which gateway asked
   * @param type {@code LedgerEndorsement}
   */
  public record Evidence(
      String channelHeader,
      List<Endorsement> endorsements,
      String instruction,
      String proposal,
      String response,
      String signatureHeader,
      List<String> type) {
    /** The one type. */
    public static final List<String> TYPE = List.of("LedgerEndorsement");

    public Evidence {
      endorsements = List.copyOf(endorsements);
      type = List.copyOf(type);
    }
  }

  /**
   * One office's word.
   *
   * @param endorser the peer's organisation and certificate, Fabric's {@code SerializedIdentity} in
   *     base64
   * @param signature ECDSA over the response followed by the endorser, DER in base64
   */
  public record Endorsement(String endorser, String signature) {}

  /**
   * Where on the ledger a record was written.
   *
   * @param block the block
   * @param transaction the transaction's place in it
   */
  public record Position(long block, long transaction) {}

  /**
   * The certificate that follows from what was attested.
   *
   * @param channel Fabric's channel
   * @param chaincode the registry's chaincode there
   * @param facts the records
   * @param written where the retirement was written
   * @param evidence what vouches for it
   */
  public static RetirementCertificate of(
      String channel,
      String chaincode,
      RetirementFacts facts,
      Position written,
      Evidence evidence) {
    return new RetirementCertificate(
        CONTEXT,
        facts.subject(written),
        List.of(evidence),
        "urn:uuid:" + facts.first().id(),
        Issuer.of(channel, chaincode),
        TYPE,
        facts.first().at());
  }
}
