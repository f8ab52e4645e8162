// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.certificate;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.registry.StateAttestation.Attested;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.SerialRange;

/**
 * The records that a certificate rests on. Which they are follows from the retirement itself, so
 * that nobody who gathers them can leave out a batch or a correction: the number after the last
 * part, and corrections that there are not, are asked for as well and attested to be absent.
 */
public final class RetirementFacts {
  /**
   * With five records each, and those of the holder, its key and the market's rule, they stay
   * within what is attested at once.
   */
  public static final int BATCHES_MOST = 199;

  private final List<Retirement> retirements;
  private final Map<String, String> values;

  private RetirementFacts(List<Retirement> retirements, Map<String, String> values) {
    this.retirements = List.copyOf(retirements);
    this.values = values;
  }

  /**
   * The keys to ask for.
   *
   * @param retirements all parts of one instruction's retirement, in their order
   * @param projects the project of each part's batch
   * @param kid the key that signed the instruction
   * @return composite keys, each once
   * @throws RegistryException {@code TOO_LARGE}
   */
  public static List<String> keys(
      List<Retirement> retirements, List<InstructionId> projects, KeyId kid) {
    RegistryException.require(
        retirements.size() <= BATCHES_MOST,
        ErrorCode.TOO_LARGE,
        zh("一份证书最多包含 %s 个批次").en("a certificate is over at most %s batches", BATCHES_MOST));
    InstructionId id = retirements.get(0).id();
    Set<String> keys = new LinkedHashSet<>();
    for (int part = 1; part <= retirements.size() + 1; part++) {
      keys.add(part(id, part).text());
    }
    for (int part = 1; part <= retirements.size(); part++) {
      keys.add(correctionsOf(part(id, part)).text());
    }
    for (Retirement each : retirements) {
      Key<Batch> batch = Batch.key(each.batch());
      keys.add(batch.text());
      keys.add(correctionsOf(batch).text());
    }
    projects.forEach(project -> keys.add(Project.key(project).text()));
    keys.add(Participant.key(retirements.get(0).holder()).text());
    keys.add(RegisteredKey.key(kid).text());
    rule(retirements.get(0))
        .ifPresent(
            rule -> {
              keys.add(rule.text());
              keys.add(correctionsOf(rule).text());
            });
    return List.copyOf(keys);
  }

  /** The row of the market's rule by which they were judged, if they were used for compliance. */
  private static Optional<Key<OffsetRule>> rule(Retirement retirement) {
    return retirement
        .compliance()
        .map(surrender -> OffsetRule.key(surrender.market(), surrender.ruleVersion()));
  }

  /** The key of one batch's part of a retirement, counted from 1. */
  public static Key<Retirement> part(InstructionId id, int part) {
    return part == 1 ? Retirement.key(id) : Retirement.TYPE.key(id.value(), Integer.toString(part));
  }

  private static Key<Corrections> correctionsOf(Key<?> key) {
    List<String> parts = Keys.parts(key.text());
    return Corrections.key(parts.get(0), parts.subList(1, parts.size()));
  }

  /**
   * Reads what was attested.
   *
   * @param id the instruction that retired
   * @param kid the key that signed it
   * @throws RegistryException {@code MALFORMED} when it is not exactly what a certificate of this
   *     instruction rests on
   */
  public static RetirementFacts of(InstructionId id, KeyId kid, List<Attested> attested) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Attested each : attested) {
      values.put(each.key(), each.value().orElse(null));
    }
    List<Retirement> retirements = new ArrayList<>();
    while (values.get(part(id, retirements.size() + 1).text()) != null) {
      retirements.add(read(values, part(id, retirements.size() + 1)));
    }
    require(!retirements.isEmpty(), zh("账本上没有这次注销").en("the ledger has no such retirement"));
    List<InstructionId> projects =
        retirements.stream().map(each -> read(values, Batch.key(each.batch())).project()).toList();
    require(
        keys(retirements, projects, kid).equals(attested.stream().map(Attested::key).toList()),
        zh("所证明的记录不是该证书所依据的全部记录")
            .en("what is attested is not exactly what a certificate of it rests on"));
    RetirementFacts facts = new RetirementFacts(retirements, values);
    facts.requireOneInstruction();
    facts.requireRule();
    return facts;
  }

  private static <T extends LedgerRecord> T read(Map<String, String> values, Key<T> key) {
    String value = values.get(key.text());
    require(value != null, zh("缺少记录 %s").en("the record %s is missing", key));
    T read = Codec.read(value, key.recordClass());
    require(read.key().equals(key), zh("记录 %s 有误").en("the record %s is not that record", key));
    return read;
  }

  private void requireOneInstruction() {
    for (Retirement each : retirements) {
      require(
          each.at().equals(first().at())
              && each.holder().equals(first().holder())
              && each.beneficiary().equals(first().beneficiary())
              && each.compliance().equals(first().compliance())
              && each.document().equals(first().document())
              && each.purpose() == first().purpose()
              && each.reason() == first().reason()
              && each.statement().equals(first().statement())
              && each.training() == first().training()
              && each.certificateNumber().equals(first().certificateNumber()),
          zh("各批次的注销记录不一致").en("the parts of the retirement do not agree"));
    }
  }

  /** A row that is not of the market and year, or by which nobody retires, has judged nothing. */
  private void requireRule() {
    surrender()
        .ifPresent(
            said ->
                require(
                    said.rule().firstYear() <= said.year()
                        && said.rule().lastYear().filter(last -> last < said.year()).isEmpty()
                        && said.rule().terms().isPresent()
                        && said.rule().status()
                            == (first().training()
                                ? OffsetRule.Status.EXAMPLE
                                : OffsetRule.Status.IN_FORCE),
                    zh("抵销规则第 %s 版不适用于该年度的这类减排量")
                        .en(
                            "row %s of the offset rule is not for these credits in that year",
                            said.rule().version())));
  }

  private static void require(boolean holds, Detail otherwise) {
    RegistryException.require(holds, ErrorCode.MALFORMED, otherwise);
  }

  /** All parts, in their order. */
  public List<Retirement> retirements() {
    return retirements;
  }

  /** The first part, which says what all say. */
  public Retirement first() {
    return retirements.get(0);
  }

  /** The key that signed the instruction, as the ledger has it. */
  public RegisteredKey key(KeyId kid) {
    return read(values, RegisteredKey.key(kid));
  }

  private Optional<RetirementCertificate.Surrender> surrender() {
    return first()
        .compliance()
        .map(
            said ->
                new RetirementCertificate.Surrender(
                    said.market(), read(values, rule(first()).orElseThrow()), said.year()));
  }

  RetirementCertificate.Subject subject(RetirementCertificate.Position written) {
    Retirement first = first();
    List<RetirementCertificate.Credits> credits = retirements.stream().map(this::credits).toList();
    List<Corrections> corrections = corrections();
    Participant holder = read(values, Participant.key(first.holder()));
    return new RetirementCertificate.Subject(
        first.beneficiary(),
        written.block(),
        first.certificateNumber(),
        surrender(),
        corrections.isEmpty() ? Optional.empty() : Optional.of(corrections),
        credits,
        BeijingTime.day(first.at()),
        first.document(),
        new RetirementCertificate.Holder(holder.id(), holder.name()),
        first.id(),
        first.purpose(),
        first.reason(),
        first.at(),
        first.statement(),
        first.training()
            ? Name.of(
                "注销证书（练习，不代表真实减排量）", "Certificate of retirement (for practice, no real credits)")
            : Name.of("草原碳汇减排量注销证书", "Certificate of retirement of grassland carbon credits"),
        credits.stream().mapToLong(RetirementCertificate.Credits::tonnes).sum(),
        first.training(),
        written.transaction());
  }

  private RetirementCertificate.Credits credits(Retirement retirement) {
    Batch batch = read(values, Batch.key(retirement.batch()));
    Project project = read(values, Project.key(batch.project()));
    return new RetirementCertificate.Credits(
        batch.id(),
        batch.methodology(),
        batch.project(),
        project.design().name(),
        batch.projectNumber(),
        batch.region(),
        retirement.serials().ranges().stream().map(batch.id()::serialNumber).toList(),
        retirement.serials().ranges().stream().mapToLong(SerialRange::count).sum(),
        batch.vintage());
  }

  private List<Corrections> corrections() {
    return Stream.concat(
            retirements.stream()
                .<Key<?>>flatMap(each -> Stream.of(each.key(), Batch.key(each.batch()))),
            rule(first()).stream())
        .map(RetirementFacts::correctionsOf)
        .filter(key -> values.get(key.text()) != null)
        .map(key -> read(values, key))
        .toList();
  }
}
