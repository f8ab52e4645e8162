// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * States what is wrong in a record and what is right (LEDGER section 5; CCER registration rules on
 * corrections). Nothing is edited: the statement is appended to the record's {@link Corrections}.
 * It stands in this package because it is about records of every type.
 *
 * @param document what proves it
 * @param keyParts the parts of the record's key after its type, as the key reference lists them
 * @param recordType the record's type, e.g. {@code RETIREMENT}
 * @param statement what is wrong and what is right
 */
public record CorrectRecord(
    @Means(en = "SHA-256 of what proves it", zh = "证明文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Parts of the record's key after its type", zh = "记录键中类型之后的各部分")
        @Least(1)
        @Most(value = PARTS_MOST, each = PART_MOST)
        List<String> keyParts,
    @Means(en = "Type of the record, e.g. RETIREMENT", zh = "记录类型，例如 RETIREMENT") @Most(TYPE_MOST)
        String recordType,
    @Means(en = "What is wrong and what is right", zh = "错误之处与正确内容") Statement statement)
    implements Action {

  /** Keys have three parts at most; a further one is room. */
  static final int PARTS_MOST = 4;

  /** As {@link org.grasslandcarbon.domain.ledger.Keys} allows. */
  static final int PART_MOST = 100;

  static final int TYPE_MOST = 30;

  static final String KEY_PARTS_PATTERN = "[!-~]+";

  private static final Pattern PART = Pattern.compile(KEY_PARTS_PATTERN);

  /** The action. */
  public static final ActionType<CorrectRecord> TYPE =
      ActionType.of(
          "correctRecord",
          "更正记录（追加更正说明，原记录不变）",
          "Appends a correction to a record, which itself stays as it was",
          new CorrectRecord(
              Sha256.of("letter of the beneficiary"),
              List.of("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              "RETIREMENT",
              new Statement(
                  "The beneficiary's English name is Example Enterprise Co., Ltd.",
                  "受益方英文名称应为 Example Enterprise Co., Ltd。")),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_RECORD,
          ErrorCode.TOO_MANY_CORRECTIONS);

  public CorrectRecord {
    keyParts = List.copyOf(keyParts);
    Check.that(!keyParts.isEmpty(), zh("键须有组成部分").en("a key has parts"));
    keyParts.forEach(
        part ->
            Check.matches(
                PART,
                part,
                zh("键的各部分须为不含空格的可打印 ASCII 字符")
                    .en("a key's parts are printable ASCII without spaces")));
  }

  /**
   * What is wrong and what is right.
   *
   * @param en in English
   * @param zh in Chinese
   */
  public record Statement(
      @Means(en = "In English", zh = "英文") @Most(1_000) String en,
      @Means(en = "In Chinese", zh = "中文") @Most(1_000) String zh) {}

  /** The corrected record's key; none for a type that is not, or that is of corrections. */
  private Optional<Key<?>> corrected() {
    return RecordTypes.named(recordType)
        .filter(type -> type != Corrections.TYPE)
        .map(type -> type.key(keyParts.toArray(String[]::new)));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    corrected()
        .ifPresent(
            key -> {
              named.add(key);
              named.add(Corrections.key(recordType, keyParts));
            });
    return named;
  }

  @Override
  public void apply(Act act) {
    boolean exists = corrected().flatMap(act::find).isPresent();
    act.require(
        exists, ErrorCode.UNKNOWN_RECORD, zh("%s %s 不在账本上").en("%s %s", recordType, keyParts));
    Corrections before =
        act.find(Corrections.key(recordType, keyParts))
            .orElseGet(() -> new Corrections(List.of(), keyParts, recordType));
    act.require(
        before.corrections().size() < Corrections.CORRECTIONS_MOST,
        ErrorCode.TOO_MANY_CORRECTIONS,
        zh("已有 %s 次更正").en("%s corrections", before.corrections().size()));

    act.write(
        before.with(
            new Corrections.Correction(
                act.time(), act.actor().id(), document, act.id(), statement)));
    act.refer("correction", act.id());
  }
}
