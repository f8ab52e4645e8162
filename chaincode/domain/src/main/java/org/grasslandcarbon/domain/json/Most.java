// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most that a text (characters) or a list (elements) of a record may have. Every such component
 * of an instruction carries one; {@link Shape} refuses more and puts it into the JSON Schema.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Most {
  /** Characters of a text, or elements of a list. */
  int value();

  /** Characters of each element; a list of texts needs it. */
  int each() default 0;
}
