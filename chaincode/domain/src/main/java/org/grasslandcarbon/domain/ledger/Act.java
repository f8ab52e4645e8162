// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * One instruction being judged: who gave it, when, the records it may read, and what it writes and
 * posts. Nothing takes effect until the rule has returned.
 */
public final class Act implements Records {
  private final UnitOfWork work;
  private final Actor actor;
  private final InstructionId id;
  private final Instant time;
  private final List<Posting> postings = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();

  /**
   * @param work the transaction's records
   * @param actor who signed
   * @param id the instruction's id
   * @param time the transaction's time
   */
  public Act(UnitOfWork work, Actor actor, InstructionId id, Instant time) {
    this.work = work;
    this.actor = actor;
    this.id = id;
    this.time = time;
  }

  public Actor actor() {
    return actor;
  }

  /** The instruction's id, which is also the id of what it creates. */
  public InstructionId id() {
    return id;
  }

  /** The transaction's time. */
  public Instant time() {
    return time;
  }

  /** The transaction's date in Beijing time. */
  public LocalDate today() {
    return BeijingTime.day(time);
  }

  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return work.find(key);
  }

  /** The record under a key; refuses with {@code otherwise} when there is none. */
  public <T extends LedgerRecord> T must(Key<T> key, ErrorCode otherwise) {
    return find(key)
        .orElseThrow(
            () ->
                new RegistryException(
                    otherwise, zh("账本上没有 %s").en("%s is not on the ledger", key)));
  }

  /**
   * A check: refuses when the condition does not hold.
   *
   * @param detail what exactly is wrong
   */
  public void require(boolean condition, ErrorCode otherwise, Detail detail) {
    RegistryException.require(condition, otherwise, detail);
  }

  /** A check that looks for what is wrong: refuses when it has found something. */
  public void requireNone(Optional<Detail> problem, ErrorCode otherwise) {
    problem.ifPresent(
        found -> {
          throw new RegistryException(otherwise, found);
        });
  }

  /** What this instruction itself has written under a key so far; the ledger is not asked. */
  public <T extends LedgerRecord> Optional<T> written(Key<T> key) {
    return work.staged(key);
  }

  /** Writes a record under its own key, new or in place of the one there. */
  public void write(LedgerRecord record) {
    work.stage(record);
  }

  /** Moves something: takes it from where it is, puts it where it goes, and posts both. */
  public <W extends Worth> void move(W what, Place<W> from, Place<W> to) {
    from.release(this, what);
    to.receive(this, what);
    postings.add(what.posting(from.account(), to.account()));
  }

  /** Moves money; said so because that is what people read for. */
  public void pay(Money amount, Place<Money> from, Place<Money> to) {
    move(amount, from, to);
  }

  /** Names a record for the person who gave the instruction. */
  public void refer(String type, Object recordId) {
    references.add(new Reference(recordId.toString(), type));
  }

  public List<Posting> postings() {
    return List.copyOf(postings);
  }

  public List<Reference> references() {
    return List.copyOf(references);
  }
}
