// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.testing.GoldenHistory;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static TestLedger ledger;
  private static PaperNetwork network;

  @TempDir private Path folder;

  @BeforeAll
  static void play() {
    ledger = GoldenHistory.play();
    network = PaperNetwork.replaying(ledger);
  }

  @Test
  void an_honest_history_is_found_to_be_what_it_says_to_the_last_byte() {
    Audited audited = Audited.of(network);

    assertThat(audited.findings()).isEmpty();
    assertThat(audited.state().keySet()).isEqualTo(ledger.store().state().keySet());
    audited
        .state()
        .forEach(
            (key, value) -> assertThat(value).as(key).isEqualTo(ledger.store().state().get(key)));
    assertThat(audited.counts().instructions())
        .isEqualTo(ledger.sent().stream().mapToInt(sent -> sent.instructions().size()).sum());
    assertThat(audited.counts().rerun()).isEqualTo(ledger.sent().size() + 1L);
    assertThat(audited.counts().valid()).isEqualTo(network.blocks().size() - 1L);
  }

  @Test
  void an_audit_goes_on_where_it_was_left_and_comes_to_the_same() {
    List<Block> all = network.blocks();
    int half = all.size() / 2;
    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      first.read(new ListedBlocks(all.subList(0, half)), (block, newest) -> {});
    }
    try (Audit second = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      assertThat(second.next()).isEqualTo(half);
      second.read(new ListedBlocks(all.subList(half, all.size())), (block, newest) -> {});

      Audited whole = Audited.of(network);
      assertThat(Audited.of(second).findings()).isEmpty();
      assertThat(Audited.of(second).counts()).isEqualTo(whole.counts());
      assertThat(Audited.of(second).state().keySet()).isEqualTo(whole.state().keySet());
      assertThat(second.lastHash())
          .isEqualTo(
              java.util.HexFormat.of()
                  .formatHex(PaperNetwork.hash(all.get(all.size() - 1).getHeader()).toByteArray()));
    }
  }

  @Test
  void an_audit_that_breaks_off_within_its_work_comes_to_the_same_when_it_goes_on() {
    List<Block> all = network.blocks();
    int broken = all.size() - 10;
    ListedBlocks breaking =
        new ListedBlocks(all.subList(0, broken)) {
          @Override
          public Optional<Block> next() {
            Optional<Block> next = super.next();
            if (next.isEmpty()) {
              throw new IllegalStateException("the line is cut");
            }
            return next;
          }
        };
    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      assertThatThrownBy(() -> first.read(breaking, (block, newest) -> {}))
          .hasMessage("the line is cut");
    }
    try (Audit second = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      int from = (int) second.next();
      assertThat(from).as("some of it was kept").isBetween(1, broken);
      second.read(new ListedBlocks(all.subList(from, all.size())), (block, newest) -> {});
      assertThat(Audited.of(second).findings()).isEmpty();
      assertThat(Audited.of(second).counts()).isEqualTo(Audited.of(network).counts());
    }
  }

  @Test
  void findings_before_an_interruption_are_kept() {
    List<Block> changed = network.blocks();
    changed.set(5, changed.get(5).toBuilder().setData(changed.get(6).getData()).build());
    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      first.read(new ListedBlocks(changed.subList(0, 6)), (block, newest) -> {});
      assertThat(first.foundByCode()).containsKey(FindingCode.DATA_HASH_WRONG.name());
    }
    try (Audit second = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      assertThat(Audited.of(second).codes()).contains(FindingCode.DATA_HASH_WRONG);
      assertThat(second.foundByCode()).containsEntry(FindingCode.DATA_HASH_WRONG.name(), 1L);
    }
  }

  @Test
  void a_folder_is_used_by_one_audit_at_a_time() {
    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      assertThat(first.next()).isZero();
      assertThatThrownBy(() -> Audit.open(folder, Audited.plan(network), Audited.CLOCK))
          .isInstanceOf(LedgerState.UnusableException.class)
          .hasMessageContaining("in use by another audit");
    }
  }

  @Test
  void a_folder_is_not_gone_on_with_from_another_anchor() {
    try (Audit first = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      first.read(new ListedBlocks(network.blocks().subList(0, 3)), (block, newest) -> {});
    }
    AuditPlan other =
        new AuditPlan(
            PaperNetwork.CHAINCODE,
            new TrustAnchor.GenesisHash("00".repeat(32)),
            Optional.of(Set.of(TestLedger.ORGANISATION)),
            Set.of());

    assertThatThrownBy(() -> Audit.open(folder, other, Audited.CLOCK))
        .isInstanceOf(OtherAuditException.class);
  }

  @Test
  void another_ledgers_first_block_ends_the_audit_at_once() {
    Audited audited = Audited.of(Audited.plan(new PaperNetwork()), network.blocks());

    assertThat(audited.codes())
        .containsExactly(FindingCode.GENESIS_NOT_TRUSTED, FindingCode.NOT_READ_FURTHER);
    assertThat(audited.state()).isEmpty();
  }

  @Test
  void blocks_of_rules_that_are_not_at_hand_are_named_and_all_else_is_checked() {
    PaperNetwork later = new PaperNetwork();
    later.found(ledger);
    List<TestLedger.Sent> sent = ledger.sent();
    sent.subList(0, 20).forEach(later::submit);
    later.define("7", 3);
    int from = later.blocks().size();
    sent.subList(20, 30).forEach(later::submit);

    Audited audited = Audited.of(later);

    assertThat(audited.codes()).containsExactly(FindingCode.RULES_NOT_CARRIED);
    assertThat(audited.findings().get(0).place().block()).contains((long) from);
    assertThat(audited.counts().rerun()).isEqualTo(21);
    assertThat(audited.state().keySet()).isEqualTo(later.state().of("registry").keySet());

    AuditPlan declared =
        new AuditPlan(
            PaperNetwork.CHAINCODE,
            new TrustAnchor.GenesisHash(later.genesisHash()),
            Optional.of(Set.of(TestLedger.ORGANISATION)),
            Set.of("7"));
    Audited alike = Audited.of(declared, later.blocks());
    assertThat(alike.findings()).isEmpty();
    assertThat(alike.counts().rerun()).isEqualTo(31);
  }
}
