// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/** Reads parameters of requests; what is wrong with one is said with its name before it. */
final class Parameters {
  private Parameters() {}

  /** A value of a type of the registry. */
  static <T> T value(String name, String text, Class<T> type) {
    try {
      return type.cast(ViewParameters.convert(name, text.strip(), type));
    } catch (RegistryException refusal) {
      throw wrong(name, refusal.detail());
    }
  }

  /** A whole number of at most seven digits, within bounds. */
  static int number(String name, String text, int least, int most) {
    int value = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw wrong(name, zh("须为 %s 至 %s 的整数").en("is a whole number from %s to %s", least, most));
    }
    return value;
  }

  /** {@code true} or {@code false}. */
  static boolean truth(String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(name, zh("须为 true 或 false").en("is true or false"));
    }
    return Boolean.parseBoolean(text);
  }

  static RequestException wrong(String name, Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, zh("%s：%s").en("%s: %s", name, detail));
  }
}
