// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;
import tools.jackson.databind.node.JsonNodeFactory;

/** Names that a person types, read as the domain reads them. */
public final class Named {
  private Named() {}

  /** An instrument; where none is given, the only one. */
  static String instrument(String given, Session session) {
    return given == null
        ? MarketDefaults.instrument(JsonNodeFactory.instance.objectNode(), session).asString()
        : read(given, InstrumentId.class, "INSTRUMENT").value();
  }

  /** A value of the domain that is one text. */
  public static <T> T read(String given, Class<T> type, String called) {
    try {
      return Codec.convert(JsonNodeFactory.instance.stringNode(given.strip()), type);
    } catch (RegistryException e) {
      throw wrong(given).concerning(called, Labels.form(type.getSimpleName()));
    }
  }

  /** Fen of an amount that is typed in yuan. */
  static long fen(String given, String called) {
    try {
      return Yuan.fen(given);
    } catch (IllegalArgumentException e) {
      throw wrong(given).concerning(called, Labels.form("Fen"));
    }
  }

  /** Tonnes, at least one. */
  static Tonnes tonnes(String given, String called) {
    try {
      long tonnes = Long.parseLong(given.strip());
      if (tonnes >= 1) {
        return Tonnes.of(tonnes);
      }
    } catch (NumberFormatException | BadValueException notOfTheForm) {
      // Said below, as of a number below one.
    }
    throw wrong(given).concerning(called, Labels.form("Tonnes"));
  }

  private static UsageException wrong(String given) {
    return new UsageException("“" + given + "”不正确", "\"" + given + "\" is not right");
  }

  /** A participant. */
  public static ParticipantId participant(String given, String called) {
    return read(given, ParticipantId.class, called);
  }

  /** A venue. */
  public static VenueId venue(String given) {
    return read(given, VenueId.class, "--venue");
  }
}
