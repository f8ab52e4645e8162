// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.gateway.ledger.Answer.Absent;
import org.grasslandcarbon.gateway.ledger.Answer.Endorsed;
import org.grasslandcarbon.gateway.ledger.Answer.Refused;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Transaction;

/**
 * Gets proposals endorsed, and goes on without an organisation whose chaincode does not answer as
 * the others' do.
 *
 * <p>As a rule the peer chooses who endorses; it knows the policy. All organisations are asked
 * separately, and their answers compared, when a comparison is due and when the peer's way ends in
 * answers that do not match, or in a refusal, which may be one organisation's alone. While one is
 * known to disagree, only the others are asked, separately, until the next comparison. More than
 * half of the channel's organisations must have answered the same; that this is enough for the
 * endorsement policy is for validation to say.
 */
final class Endorsements {
  /** What a slower organisation is given to answer in a comparison that is already decided. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Gateway gateway;
  private final Duration deadline;
  private final ChannelMembers members;
  private final SeparateEndorsement separate;
  private final Disagreements disagreements;

  /**
   * @param deadline of one endorsement
   */
  Endorsements(
      Gateway gateway, Duration deadline, ChannelMembers members, Disagreements disagreements) {
    this.gateway = gateway;
    this.deadline = deadline;
    this.members = members;
    this.separate = new SeparateEndorsement(gateway, deadline);
    this.disagreements = disagreements;
  }

  /**
   * Gets a proposal endorsed.
   *
   * @param proposal the bytes of an unsigned {@code ProposedTransaction}
   * @throws LedgerException which says why it is not endorsed
   */
  Transaction endorse(byte[] proposal) {
    if (disagreements.comparisonIsDue()) {
      return withEverybody(proposal);
    }
    Set<String> leftOut = disagreements.organisations();
    return leftOut.isEmpty() ? asThePeerChooses(proposal) : without(leftOut, proposal);
  }

  private Transaction withEverybody(byte[] proposal) {
    Comparison comparison = compare(proposal, members.ask(), GRACE);
    if (comparison.decided()) {
      return joint(comparison);
    }
    try {
      return atThePeersChoice(proposal);
    } catch (EndorseException e) {
      throw EndorsementFailures.explain(e);
    }
  }

  private Transaction without(Set<String> leftOut, byte[] proposal) {
    Set<String> asked = new TreeSet<>(members.known());
    asked.removeAll(leftOut);
    Comparison comparison = compare(proposal, asked, Duration.ZERO);
    if (comparison.decided()) {
      return joint(comparison);
    }
    throw undecided(comparison);
  }

  private Transaction asThePeerChooses(byte[] proposal) {
    try {
      return atThePeersChoice(proposal);
    } catch (EndorseException e) {
      LedgerException explained = EndorsementFailures.explain(e);
      if (isPerhapsOneOrganisationsAlone(e, explained)) {
        Set<String> known = members.known().isEmpty() ? members.ask() : members.known();
        Comparison comparison = compare(proposal, known, GRACE);
        if (comparison.decided()) {
          return joint(comparison);
        }
      }
      throw explained;
    }
  }

  /**
   * What all organisations say to a proposal that is never sent to the orderers, each asked by
   * itself. Who was found to disagree is asked too: that is about what it writes.
   *
   * @param proposal the bytes of an unsigned {@code ProposedTransaction}
   * @return more than half of the channel's organisations, with the same answer
   * @throws LedgerException which says why there are not as many
   */
  List<Endorsed> vouched(byte[] proposal) {
    Set<String> known = members.known().isEmpty() ? members.ask() : members.known();
    Comparison comparison = separate.ask(proposal, known, known.size(), GRACE);
    if (!comparison.decided()) {
      throw undecided(comparison);
    }
    if (comparison.agreeing().get(0) instanceof Refused refused) {
      throw refused.refusal();
    }
    return comparison.agreeing().stream().map(Endorsed.class::cast).toList();
  }

  /** Fabric aborts when endorsers have failed or differ; more calls are no help to busy ones. */
  private static boolean isPerhapsOneOrganisationsAlone(
      EndorseException e, LedgerException explained) {
    boolean busy =
        explained instanceof TryAgainException again && again.reason() == Reason.TOO_BUSY;
    return e.getStatus().getCode() == Code.ABORTED && !busy;
  }

  private Transaction atThePeersChoice(byte[] proposal) throws EndorseException {
    try {
      return gateway
          .newProposal(proposal)
          .endorse(options -> FlyingTransaction.within(options, deadline));
    } catch (IllegalArgumentException e) {
      throw new LedgerSettingsException("the peer prepared something unreadable", e);
    }
  }

  /** One organisation has nobody to be compared with. */
  private Comparison compare(byte[] proposal, Collection<String> asked, Duration grace) {
    int organisations = members.known().size();
    if (organisations < 2) {
      return Comparison.of(List.of(), organisations);
    }
    Comparison comparison = separate.ask(proposal, asked, organisations, grace);
    if (comparison.decided()) {
      disagreements.found(
          gateway.newProposal(proposal).getTransactionId(),
          comparison.agreeing().stream().map(Answer::organisation).toList(),
          comparison.disagreeing());
    }
    return comparison;
  }

  private Transaction joint(Comparison decided) {
    if (decided.agreeing().get(0) instanceof Refused refused) {
      throw refused.refusal();
    }
    List<Endorsed> endorsed = decided.agreeing().stream().map(Endorsed.class::cast).toList();
    return gateway.newTransaction(JointTransaction.of(endorsed));
  }

  private static LedgerException undecided(Comparison comparison) {
    List<Absent> absent =
        comparison.answers().stream()
            .filter(Absent.class::isInstance)
            .map(Absent.class::cast)
            .toList();
    if (!absent.isEmpty() && absent.size() == comparison.answers().size()) {
      return absent.get(0).reason();
    }
    return new TryAgainException(
        absent.isEmpty() ? Reason.MISMATCH : Reason.UNAVAILABLE, comparison.inWords(), null);
  }
}
