// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Writes credits straight into a test's ledger as issuance would leave them, so that tests of what
 * happens to credits need no project. The lowest serials go to the buffer.
 */
public final class Issued {
  private static final ProjectNumber PROJECT = ProjectNumber.of(TestLedger.XILINHOT, 2024, 1);

  private final TestLedger ledger;
  private int sequence;
  private long total;

  /** Issues into a ledger. */
  public Issued(TestLedger ledger) {
    this.ledger = ledger;
  }

  /** A batch for an owner, with some of its credits in the buffer. */
  public BatchId to(ParticipantId owner, long quantity, long buffered, boolean training) {
    BatchId id = BatchId.of(PROJECT, 2024, ++sequence);
    InstructionId instruction =
        new InstructionId(String.format("00000000-0000-4000-8000-%012d", sequence));
    total += quantity;
    SerialRanges.Split split = SerialRanges.of(1, quantity).takeLowest(Tonnes.of(buffered));
    write(
        new Batch(
            Tonnes.of(buffered),
            id,
            Tonnes.of(quantity),
            ledger.time(),
            owner,
            new MethodologyRef("GCS-T1", "1.0"),
            owner,
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2024, 1, 1),
            instruction,
            PROJECT,
            TestLedger.XILINHOT,
            instruction,
            training,
            2024));
    write(Holding.none(id, owner).withHeld(split.rest()));
    write(new BufferHolding(id, split.taken()));
    write(
        new JournalEntry(
            "issueCredits",
            ledger.time(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Sha256.of("issuance " + sequence),
            instruction,
            "none",
            JournalEntry.Outcome.APPLIED,
            owner,
            postings(id, split, owner),
            List.of()));
    return id;
  }

  /**
   * The project of all batches so far, as if its crediting had ended with 2024, so that it can
   * report, settle and release.
   */
  public InstructionId project(ParticipantId owner, ParticipantId validator) {
    InstructionId id = ExampleProject.ID;
    ProjectDesign design =
        Edited.with(ExampleProject.DESIGN, "/creditingPeriod/to", "\"2024-12-31\"");
    write(
        new Project(
            design.areaHectares(),
            0,
            Optional.empty(),
            design,
            List.of(),
            Optional.empty(),
            id,
            Decimal.of("12"),
            Optional.of(PROJECT),
            Optional.empty(),
            owner,
            Optional.empty(),
            ledger.time(),
            20,
            Optional.of(ledger.time()),
            Optional.empty(),
            Optional.empty(),
            Project.State.REGISTERED,
            false,
            Optional.of(validator)));
    write(
        new CreditingHistory(
            Decimal.of("0"), Map.of("2024", sequence), Tonnes.of(total), id, List.of()));
    return id;
  }

  private static List<Posting> postings(BatchId id, SerialRanges.Split split, ParticipantId owner) {
    Posting toOwner = new Credits(id, split.rest()).posting(Account.ISSUANCE, Account.held(owner));
    return split.taken().isEmpty()
        ? List.of(toOwner)
        : List.of(
            new Credits(id, split.taken()).posting(Account.ISSUANCE, Account.BUFFER), toOwner);
  }

  private void write(LedgerRecord record) {
    SortedMap<String, byte[]> entry = new TreeMap<>();
    entry.put(record.key().text(), Codec.write(record));
    ledger.store().putAll(entry);
  }
}
