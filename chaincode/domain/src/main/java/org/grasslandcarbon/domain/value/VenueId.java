// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A market place: an exchange's code and the name that it gives the place, {@code
 * 91110000MA00A1B2C5-CBGEX}. Nobody but that exchange can publish rules for it.
 *
 * @param value the id
 */
public record VenueId(@JsonValue String value) implements Comparable<VenueId> {
  /** The form of an id. */
  public static final String PATTERN = ParticipantId.PATTERN + "-[A-Z0-9]{2,12}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VenueId {
    Check.matches(
        FORM,
        value,
        zh("交易场所须写作“交易机构代码-名称”，名称为 2 至 12 位大写字母或数字")
            .en("a venue is written exchange's code-name, a name of 2 to 12 capitals or digits"));
  }

  /** A place of an exchange. */
  public static VenueId of(ParticipantId exchange, String name) {
    return new VenueId(exchange + "-" + name);
  }

  /** Whose place it is. */
  public ParticipantId exchange() {
    return new ParticipantId(value.substring(0, value.indexOf('-')));
  }

  @Override
  public int compareTo(VenueId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
