// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The id of an instruction: a UUID (RFC 9562) in lower case, made by the client. What an
 * instruction creates (a project, a report, a retirement) carries the instruction's id.
 *
 * @param value the UUID's 36 characters
 */
public record InstructionId(@JsonValue String value) implements Comparable<InstructionId> {
  /** The form of an id. */
  public static final String PATTERN =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InstructionId {
    Check.matches(FORM, value, zh("编号须为小写 UUID").en("an id is a UUID in lower case"));
  }

  @Override
  public int compareTo(InstructionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
