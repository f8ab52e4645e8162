// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Makes a record of any type, each member filled with something fixed: values from a table, parts
 * that have rules of their own from the examples of the actions.
 */
public final class SampleRecords {
  /**
   * What a codec must not lose: Chinese, a quotation mark, a line break, a character beyond BMP.
   */
  private static final String TEXT = "文本 \"text\"\n𠮷";

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(BigDecimal.class, new BigDecimal("12.5")),
          Map.entry(int.class, 2025),
          Map.entry(Integer.class, 2025),
          Map.entry(long.class, 1_000L),
          Map.entry(Long.class, 1_000L),
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(LocalDate.class, LocalDate.of(2025, 3, 3)),
          Map.entry(Instant.class, Instant.parse("2025-03-03T02:00:00.123Z")),
          Map.entry(Tonnes.class, Tonnes.of(1_000)),
          Map.entry(Fen.class, Fen.of(1_234_567)),
          Map.entry(Asset.class, Asset.CNY),
          Map.entry(BankReference.class, new BankReference("20250303-000017")),
          Map.entry(InstrumentId.class, new InstrumentId("GCS-152502-2024-0001-2025")),
          Map.entry(MarketId.class, new MarketId("CN-11")),
          Map.entry(VenueId.class, new VenueId("91110000600037341L-CBGEX")),
          Map.entry(Decimal.class, Decimal.of("12.5")),
          Map.entry(Name.class, Name.of("名称", "Name")),
          Map.entry(Sha256.class, Sha256.of("document")),
          Map.entry(BatchId.class, new BatchId("CN-GCS-152502-20240001-2025-001")),
          Map.entry(ProjectNumber.class, new ProjectNumber("GCS-152502-2024-0001")),
          Map.entry(RegionCode.class, new RegionCode("152502")),
          Map.entry(ParticipantId.class, new ParticipantId("91110000600037341L")),
          Map.entry(MethodologyRef.class, new MethodologyRef("GCS-T1", "1.0")),
          Map.entry(SerialRange.class, new SerialRange(1, 100)),
          Map.entry(SerialRanges.class, SerialRanges.of(1, 100).plus(SerialRanges.of(201, 300))),
          Map.entry(KeyId.class, new KeyId("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U")),
          Map.entry(
              InstructionId.class, new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")));

  /** Members that their record takes only in a form of their own. */
  private static final Map<String, Object> MEMBERS =
      Map.of(
          "recordType",
          "RETIREMENT",
          "parts",
          List.of("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
          "kind",
          "GRASSLAND_SINK",
          "projectType",
          "GRASSLAND",
          "kid",
          "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U",
          "scheme",
          "GRAZING_BAN",
          "author",
          Sha256.of("巴特尔").value());

  /** Records with a member for each of several kinds: an example has one, a full sample all. */
  private static final Set<Class<?>> ALTERNATIVES = Set.of(NoticeFields.class);

  private final boolean full;
  private final Map<Class<?>, Object> examples = new HashMap<>();

  /**
   * @param full whether optional members are present and lists and maps have elements
   */
  public SampleRecords(boolean full) {
    this.full = full;
    Catalogue.actions().forEach(action -> harvest(action.example()));
  }

  /** A record of a type. */
  public LedgerRecord of(RecordType<?> type) {
    return (LedgerRecord) make(type.recordClass());
  }

  private void harvest(Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::harvest);
    } else if (value instanceof List<?> list) {
      list.forEach(this::harvest);
    } else if (value instanceof Record nested) {
      examples.putIfAbsent(value.getClass(), value);
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        harvest(read(component, nested));
      }
    }
  }

  private static Object read(RecordComponent component, Record owner) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return makeGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (VALUES.containsKey(plain)) {
      return VALUES.get(plain);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (examples.containsKey(plain) && !ALTERNATIVES.contains(plain)) {
      return examples.get(plain);
    }
    return makeRecord(plain);
  }

  private Object member(RecordComponent component) {
    Object special = MEMBERS.get(component.getName());
    boolean fits = special != null && component.getType().isInstance(special);
    return fits ? special : make(component.getGenericType());
  }

  private Object makeGeneric(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return full ? Optional.of(make(arguments[0])) : Optional.empty();
    }
    if (type.getRawType() == List.class) {
      return full ? List.of(make(arguments[0])) : List.of();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (full) {
      map.put("b", make(arguments[1]));
      map.put("a", make(arguments[1]));
    }
    return map;
  }

  private Object makeRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(components).map(this::member).toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("no sample of " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type.getName(), e);
    }
  }
}
