// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * An act in somebody's or something's life, as far as the one who asks may see it. Credits that
 * went from one holder to another are told without the act, where that is not for the one who asks:
 * how often, and on which days.
 *
 * @param action the instruction's action
 * @param at the transaction's time
 * @param block the block that has the outcome
 * @param changed the records that it created or changed
 * @param instruction its id
 * @param letGo whether this gateway has let go of what it changed and moved, which the block still
 *     has
 * @param moved what it moved, of which the one who asks may see a side
 * @param name of who signed
 * @param participant who signed
 * @param serials of a block of credits, which of them it is about, with full serial numbers
 * @param signed where the signed instruction is, for whoever may read it
 * @param summary what changed, in a line
 * @param title what the action does
 * @param transactionId Fabric's transaction
 * @param transfers credits that changed hands by acts that are not told
 */
record TimelineItem(
    Optional<String> action,
    Optional<Instant> at,
    Optional<Long> block,
    List<Changed> changed,
    Optional<InstructionId> instruction,
    boolean letGo,
    List<Moved> moved,
    Optional<Name> name,
    Optional<ParticipantId> participant,
    List<String> serials,
    Optional<String> signed,
    Summary summary,
    Optional<Name> title,
    Optional<String> transactionId,
    Optional<Transfers> transfers) {

  /**
   * What changed, in a line.
   *
   * @param en in English
   * @param zh in Chinese
   */
  record Summary(String en, String zh) {}

  /**
   * A record.
   *
   * @param id as the API and the command line name it
   * @param name what such records are called; absent of what has no list
   * @param type its type, e.g. {@code project}
   */
  record Changed(String id, Optional<Name> name, String type) {}

  /**
   * Credits or money that went the same way.
   *
   * @param amount tonnes for credits, fen for money
   * @param asset the batch, or the money's asset
   * @param from the account; of one that is not for the one who asks only its kind
   * @param to the same
   */
  record Moved(long amount, String asset, String from, String to) {}

  /**
   * Credits that changed hands.
   *
   * @param firstDay the day in Beijing on which they first did
   * @param lastDay the day on which they last did
   * @param times how many acts it took
   */
  record Transfers(LocalDate firstDay, LocalDate lastDay, int times) {
    Transfers and(LocalDate day) {
      return new Transfers(firstDay, day, times + 1);
    }
  }
}
