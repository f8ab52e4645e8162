// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Credits of one batch used up for ever. Written once, never changed. An instruction that uses up
 * several batches writes one for each, all with the number of the first.
 *
 * @param at transaction time
 * @param batch whose credits
 * @param beneficiary whose emissions they make good
 * @param certificateNumber the number on the certificate, see {@link #certificateNumber}
 * @param compliance for which market and year they were surrendered, if for one
 * @param document the judgment or evidence, if one was named
 * @param holder who retired them
 * @param id the instruction that retired them
 * @param part the number of the batch among those of its instruction, from 2; absent for the first
 * @param purpose the use
 * @param reason the category that registries report
 * @param serials the credits
 * @param statement what the public reads
 * @param training whether they were for practice only and make nothing good
 */
public record Retirement(
    Instant at,
    BatchId batch,
    Beneficiary beneficiary,
    @Most(60) String certificateNumber,
    Optional<Surrender> compliance,
    Optional<Sha256> document,
    ParticipantId holder,
    InstructionId id,
    Optional<Integer> part,
    Purpose purpose,
    Reason reason,
    SerialRanges serials,
    @Most(CreditUse.STATEMENT_MOST) String statement,
    boolean training)
    implements LedgerRecord {

  /** The type of retirements. */
  public static final RecordType<Retirement> TYPE =
      new RecordType<>("RETIREMENT", Retirement.class, Visibility.PUBLIC);

  /** What retired credits are used for. */
  public enum Purpose {
    /** An enterprise or person offsets emissions of its own will (自愿抵销). */
    VOLUNTARY,
    /** Surrender in an emissions trading market (履约抵销); needs that market's offset rule. */
    COMPLIANCE,
    /** The emissions of a meeting, contest or other event (大型活动碳中和). */
    EVENT,
    /** Ecological damage made good by judgment or settlement (司法修复). */
    JUDICIAL_RESTORATION
  }

  /** Why, in the categories that carbon registries report. */
  public enum Reason {
    /** For the environment's sake, on nobody's account. */
    ENVIRONMENTAL_BENEFIT,
    /** For a named person or organisation. */
    PERSON_OR_ORGANIZATION,
    /** On behalf of a third party, e.g. a customer. */
    ON_BEHALF_OF_THIRD_PARTY,
    /** For a corporate emissions inventory. */
    CORPORATE_INVENTORY,
    /** As the statement says. */
    OTHER
  }

  /**
   * A surrender in a market.
   *
   * @param market the market
   * @param ruleVersion the row of its offset rule by which it was judged
   * @param year the compliance year
   */
  public record Surrender(MarketId market, int ruleVersion, int year) {}

  /**
   * The number on the certificate: {@code R-}, the batch and the lowest serial retired. A serial is
   * retired once, so the number is unique without a counter that all retirements would contend for,
   * and whoever reads it can look the credits up.
   */
  public static String certificateNumber(BatchId batch, SerialRanges serials) {
    return "R-" + batch + "-" + serials.ranges().get(0).start();
  }

  /** The key of an instruction's retirement, of the first batch where there are several. */
  public static Key<Retirement> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<Retirement> key() {
    return part.map(number -> TYPE.key(id.value(), number.toString())).orElseGet(() -> key(id));
  }
}
