// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a handler, or on all of a class, that anybody may call it. Lists and records say it in
 * their views; a handler that says nothing, nor {@link SignedIn}, keeps the gateway from starting.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Open {
  /** Why it may be open. */
  String value();
}
