// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a batch: the common part of its serial numbers, {@code CN-GCS-{GB/T
 * 2260}-{project}-{vintage}-{batch}}, e.g. {@code CN-GCS-152502-20240001-2025-001}. A block of
 * serials is the id followed by {@code -start-end}. Credits for practice have {@code CN-GCST-}.
 *
 * @param value the id
 */
public record BatchId(@JsonValue String value) implements Comparable<BatchId> {
  /** The form of an id. */
  public static final String PATTERN = "CN-GCST?-[0-9]{6}-[0-9]{8}-[0-9]{4}-[0-9]{3}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BatchId {
    Check.matches(
        FORM,
        value,
        zh("批次须写作 CN-GCS-地区-项目-年份-批次，练习用为 CN-GCST-")
            .en("a batch is CN-GCS- or CN-GCST-region-project-vintage-batch"));
  }

  /** The {@code sequence}-th batch of a project's vintage year. */
  public static BatchId of(ProjectNumber project, int vintage, int sequence) {
    return new BatchId(
        String.format(
            Locale.ROOT,
            "CN-%s-%s-%s-%04d-%03d",
            project.isOfTraining() ? "GCST" : "GCS",
            project.region(),
            project.serialPart(),
            vintage,
            sequence));
  }

  /** The full serial number of a block of credits of this batch. */
  public String serialNumber(SerialRange range) {
    return value + "-" + range;
  }

  @Override
  public int compareTo(BatchId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
