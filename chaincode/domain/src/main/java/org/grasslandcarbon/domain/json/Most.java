// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most that a text (characters) or a list (elements) of a record may have, or that a whole
 * number of an instruction may be. Every text and list of an instruction carries one; {@link Shape}
 * refuses more and the JSON Schema says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Most {
  /** Characters (code points) of a text, elements of a list, or the number. */
  int value();

  /** Characters of each element; a list of texts needs it. */
  int each() default 0;
}
