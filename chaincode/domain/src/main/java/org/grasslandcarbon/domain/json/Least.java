// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least that a list (elements) or a whole number of an instruction may have; without it a list
 * may be empty. Like {@link Most} it serves the check and the JSON Schema.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Least {
  /** Elements of a list, or the number. */
  int value();
}
