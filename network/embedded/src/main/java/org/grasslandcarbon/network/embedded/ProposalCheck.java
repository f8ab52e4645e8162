// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.HeaderType;

/** What every endorser checks before it runs anything, with Fabric's texts. */
final class ProposalCheck {
  /**
   * Fabric's {@code peer.authentication.timewindow}: how far a proposal's time may be from the
   * peer's.
   */
  static final Duration TIME_WINDOW = Duration.ofMinutes(15);

  private static final String TIME_WINDOW_TEXT = "15m0s";

  private final Ledger ledger;
  private final Membership membership;
  private final Clock clock;

  /**
   * A refusal.
   *
   * @param outsideWindow the time is wrong, which Fabric's gateway treats as an endorser that does
   *     not answer
   */
  record Refusal(String message, boolean outsideWindow) {}

  ProposalCheck(Ledger ledger, Membership membership, Clock clock) {
    this.ledger = ledger;
    this.membership = membership;
    this.clock = clock;
  }

  Optional<Refusal> check(Proposal proposal) {
    Instant now = clock.instant();
    Instant time =
        Instant.ofEpochSecond(
            proposal.channelHeader().getTimestamp().getSeconds(),
            proposal.channelHeader().getTimestamp().getNanos());
    if (time.plus(TIME_WINDOW).isBefore(now) || time.minus(TIME_WINDOW).isAfter(now)) {
      return Optional.of(
          new Refusal(
              "request unauthorized due to incorrect timestamp "
                  + rfc3339(time)
                  + ", peer time "
                  + rfc3339(now)
                  + ", peer.authentication.timewindow "
                  + TIME_WINDOW_TEXT,
              true));
    }
    if (proposal.problem() != null) {
      return Optional.of(new Refusal(proposal.problem(), false));
    }
    String invalid = problem(proposal);
    if (invalid != null) {
      return Optional.of(new Refusal("error validating proposal: " + invalid, false));
    }
    if (ledger.position(proposal.transactionId()).isPresent()) {
      return Optional.of(
          new Refusal(
              "duplicate transaction found ["
                  + proposal.transactionId()
                  + "]. Creator ["
                  + HexFormat.of().formatHex(proposal.signatureHeader().getCreator().toByteArray())
                  + "]",
              false));
    }
    return Optional.empty();
  }

  private String problem(Proposal proposal) {
    int type = proposal.channelHeader().getType();
    if (type != HeaderType.ENDORSER_TRANSACTION_VALUE) {
      return "invalid header type " + HeaderType.forNumber(type);
    }
    if (proposal.channelHeader().getEpoch() != 0) {
      return "epoch is non-zero";
    }
    var header = proposal.signatureHeader();
    if (header.getNonce().isEmpty()) {
      return "nonce is empty";
    }
    if (header.getCreator().isEmpty()) {
      return "creator is empty";
    }
    String expected = TransactionCheck.transactionId(header.getNonce(), header.getCreator());
    if (!proposal.transactionId().equals(expected)) {
      return "incorrectly computed txid '"
          + proposal.transactionId()
          + "' -- expected '"
          + expected
          + "'";
    }
    if (proposal.signed().getSignature().isEmpty()) {
      return "empty signature bytes";
    }
    Optional<Identity> creator = membership.identify(header.getCreator());
    if (creator.isEmpty()) {
      return "access denied: channel ["
          + proposal.channel()
          + "] creator org unknown, creator is malformed";
    }
    if (!creator
        .get()
        .signed(proposal.signed().getSignature(), proposal.signed().getProposalBytes())) {
      return "access denied: channel ["
          + proposal.channel()
          + "] creator org ["
          + creator.get().mspId()
          + "]";
    }
    return null;
  }

  private static String rfc3339(Instant time) {
    return DateTimeFormatter.ISO_INSTANT
        .withZone(ZoneOffset.UTC)
        .format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
