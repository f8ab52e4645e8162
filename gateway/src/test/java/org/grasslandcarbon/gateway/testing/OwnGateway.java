// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class of tests that counts what a whole ledger has, and so has one for itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnGateway {}
