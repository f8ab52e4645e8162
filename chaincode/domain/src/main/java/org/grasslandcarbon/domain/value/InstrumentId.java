// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is traded: the credits of one project and one vintage year, {@code {project
 * number}-{vintage}}, e.g. {@code GCS-152502-2024-0001-2025}.
 *
 * @param value the id
 */
public record InstrumentId(@JsonValue String value) implements Comparable<InstrumentId> {
  /** The form of an id. */
  public static final String PATTERN = ProjectNumber.PATTERN + "-[0-9]{4}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private static final int VINTAGE_LENGTH = 4;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InstrumentId {
    Check.matches(
        FORM, value, zh("交易标的须写作“项目编号-年份”").en("an instrument is written project number-vintage"));
  }

  /** The credits of a project and a vintage year. */
  public static InstrumentId of(ProjectNumber project, int vintage) {
    return new InstrumentId(String.format(Locale.ROOT, "%s-%04d", project, vintage));
  }

  /** The instrument to which a batch belongs. */
  public static InstrumentId of(BatchId batch) {
    String[] parts = batch.value().split("-");
    return new InstrumentId(
        String.join(
            "-", parts[1], parts[2], parts[3].substring(0, 4), parts[3].substring(4), parts[4]));
  }

  /** The project's number. */
  public ProjectNumber project() {
    return new ProjectNumber(value.substring(0, value.length() - VINTAGE_LENGTH - 1));
  }

  /** The vintage year. */
  public int vintage() {
    return Integer.parseInt(value.substring(value.length() - VINTAGE_LENGTH));
  }

  /** Whether its credits are for practice only. */
  public boolean isOfTraining() {
    return project().isOfTraining();
  }

  @Override
  public int compareTo(InstrumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
