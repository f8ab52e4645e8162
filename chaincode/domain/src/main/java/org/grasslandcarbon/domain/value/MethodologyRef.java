// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;

/**
 * One version of a methodology, e.g. {@code GCS-T1} version {@code 1.0}.
 *
 * @param id 2 to 40 upper-case letters, digits and hyphens
 * @param version 1 to 20 letters, digits and points
 */
public record MethodologyRef(String id, String version) {
  /** The form of a methodology's id. */
  public static final String ID_PATTERN = "[A-Z][A-Z0-9-]{1,39}";

  /** The form of a version. */
  public static final String VERSION_PATTERN = "[0-9A-Za-z][0-9A-Za-z.]{0,19}";

  private static final Pattern ID = Pattern.compile(ID_PATTERN);
  private static final Pattern VERSION = Pattern.compile(VERSION_PATTERN);

  public MethodologyRef {
    Check.matches(
        ID,
        id,
        zh("方法学编号由 2 至 40 个大写字母、数字和连字符组成")
            .en("a methodology's id has 2 to 40 upper-case letters, digits and hyphens"));
    Check.matches(
        VERSION,
        version,
        zh("版本号由 1 至 20 个字母、数字和点组成").en("a version has 1 to 20 letters, digits and points"));
  }

  /** The version that a text as {@code GCS-T1/1.0} names. */
  public static MethodologyRef parse(String text) {
    int stroke = text.indexOf('/');
    Check.that(
        stroke > 0,
        zh("方法学版本须写作“编号/版本号”，例如 GCS-T1/1.0")
            .en("a methodology's version is its id and its version, as GCS-T1/1.0"));
    return new MethodologyRef(text.substring(0, stroke), text.substring(stroke + 1));
  }

  @Override
  public String toString() {
    return id + " " + version;
  }
}
