// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.coordination.AreaUnit;
import org.grasslandcarbon.domain.coordination.CompensationBasis;
import org.grasslandcarbon.domain.coordination.CompensationLevel;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RecordCompensation;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.standalone.OpenedLedger;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.RegionViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two gateways on one ledger: an instruction has one outcome, wherever and however often it is
 * sent.
 */
class AnyGatewayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final BatchId BATCH = new BatchId("CN-GCS-632626-20210001-2021-001");

  private static final RegionCode INNER_MONGOLIA = new RegionCode("150000");

  @TempDir static Path data;

  private static OpenedLedger opened;
  private static OfficeGateway first;
  private static OfficeGateway second;
  private static InstructionSigner tianjin;
  private static InstructionSigner golog;

  @BeforeAll
  static void start() {
    opened = OpenedLedger.open(data, true);
    first = new OfficeGateway(opened.ledger(), data.resolve("first"));
    second = new OfficeGateway(opened.ledger(), data.resolve("second"));
    ExampleSigners signers = new ExampleSigners(data);
    tianjin = signers.get("trader-tianjin");
    golog = signers.get("owner-golog");
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
    opened.close();
  }

  private static InstructionText pay(InstructionId id, long tonnes) {
    return tianjin.sign(
        id,
        new TransferCredits(BATCH, Tonnes.of(tonnes), golog.participant()),
        Duration.ofMinutes(10));
  }

  private static long held(OfficeGateway gateway) {
    return new RegistryClient(gateway.address())
            .privateReads(tianjin)
            .list(CreditViews.HOLDINGS, Map.of("batch", BATCH.value()))
            .items()
            .stream()
            .filter(each -> each.get("batch").stringValue().equals(BATCH.value()))
            .flatMap(each -> each.get("held").valueStream())
            .map(range -> range.stringValue().split("-"))
            .mapToLong(ends -> Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1)
            .sum();
  }

  @Test
  void an_instruction_sent_to_both_gateways_at_once_is_applied_once() {
    long before = held(first);
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    InstructionText text = pay(InstructionSigner.newId(), 7);
    for (OfficeGateway gateway : List.of(first, second, first, second)) {
      outcomes.add(CompletableFuture.supplyAsync(() -> gateway.client().submit(text, PATIENCE)));
    }
    for (CompletableFuture<Outcome> outcome : outcomes) {
      assertThat(outcome.join().status()).isEqualTo(Outcome.Status.APPLIED);
    }
    assertThat(held(first)).isEqualTo(before - 7);
    assertThat(held(second)).isEqualTo(before - 7);
  }

  @Test
  void a_token_for_one_gateway_is_of_no_use_at_another_and_a_client_signs_for_each() {
    RegistryClient toSecond = new RegistryClient(second.address());
    assertThatThrownBy(() -> toSecond.privateReads(tianjin, Optional.of("first")).me())
        .isInstanceOfSatisfying(
            RegistryProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("TOKEN_INVALID"));
    for (RegistryClient client :
        List.of(
            toSecond,
            new RegistryClient(first.address()),
            new RegistryClient(first.address(), second.address()))) {
      assertThat(client.privateReads(tianjin).me().path("id").asString())
          .isEqualTo(tianjin.participant().value());
    }
  }

  @Test
  void what_one_gateway_has_applied_the_other_answers_with_the_first_outcome() {
    InstructionText text = pay(InstructionSigner.newId(), 3);
    Outcome there = first.client().submit(text, PATIENCE);
    long after = held(first);
    Outcome here = second.client().submit(text, PATIENCE);
    assertThat(here.replayed()).isTrue();
    assertThat(here.block()).isEqualTo(there.block());
    assertThat(held(second)).isEqualTo(after);
  }

  @Test
  void another_text_under_a_used_id_is_refused_by_the_other_gateway_too() {
    InstructionId id = InstructionSigner.newId();
    first.client().submit(pay(id, 1), PATIENCE);
    assertThatThrownBy(() -> second.client().submit(pay(id, 2), PATIENCE))
        .isInstanceOfSatisfying(
            RegistryProblem.class, problem -> assertThat(problem.code()).isEqualTo("DUPLICATE"));
  }

  @Test
  void many_instructions_through_both_gateways_at_once_are_all_applied() {
    long before = held(first);
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      InstructionText text = pay(InstructionSigner.newId(), 1);
      OfficeGateway gateway = i % 2 == 0 ? first : second;
      outcomes.add(CompletableFuture.supplyAsync(() -> gateway.client().submit(text, PATIENCE)));
    }
    for (CompletableFuture<Outcome> outcome : outcomes) {
      assertThat(outcome.join().status()).isEqualTo(Outcome.Status.APPLIED);
    }
    assertThat(held(second)).isEqualTo(before - 60);
  }

  /** All of them write the totals of one province, each besides a record of its own. */
  @Test
  void what_a_province_counts_is_whole_though_two_gateways_count_at_once() {
    InstructionSigner office = new ExampleSigners(data).get("office-inner-mongolia");
    List<InstructionId> rates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      InstructionId id = InstructionSigner.newId();
      first.client().submit(office.sign(id, rate("SCHEME_" + i), Duration.ofMinutes(10)), PATIENCE);
      rates.add(id);
    }
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      InstructionText text =
          office.sign(
              InstructionSigner.newId(),
              due("SCHEME_" + i % 4, rates.get(i % 4), 2001 + i / 4),
              Duration.ofMinutes(10));
      OfficeGateway gateway = i % 2 == 0 ? first : second;
      outcomes.add(CompletableFuture.supplyAsync(() -> gateway.client().submit(text, PATIENCE)));
    }
    for (CompletableFuture<Outcome> outcome : outcomes) {
      assertThat(outcome.join().status()).isEqualTo(Outcome.Status.APPLIED);
    }
    JsonNode province =
        first.client().publicReads().show(RegionViews.TOTALS, INNER_MONGOLIA.value(), "real");
    List<Long> due =
        province
            .path("years")
            .valueStream()
            .flatMap(year -> year.path("compensation").path("schemes").valueStream())
            .filter(scheme -> scheme.path("code").asString().startsWith("SCHEME_"))
            .map(scheme -> scheme.path("due").longValue())
            .toList();
    assertThat(due).hasSize(40).containsOnly(750L);
  }

  private static PublishNotice rate(String scheme) {
    return new PublishNotice(
        Sha256.of(scheme),
        NoticeFields.of(
            new NoticeFields.CompensationRate(Fen.of(750), CompensationLevel.PROVINCE, scheme)),
        NoticeKind.COMPENSATION_RATE,
        INNER_MONGOLIA,
        Optional.empty(),
        Optional.empty(),
        scheme,
        LocalDate.of(2001, 1, 1),
        Optional.empty());
  }

  private static RecordCompensation due(String scheme, InstructionId rate, int year) {
    return new RecordCompensation(
        Optional.of(new CompensationBasis(Decimal.of("1"), Sha256.of(scheme), rate, AreaUnit.MU)),
        Optional.empty(),
        INNER_MONGOLIA,
        scheme,
        Optional.empty(),
        year);
  }
}
