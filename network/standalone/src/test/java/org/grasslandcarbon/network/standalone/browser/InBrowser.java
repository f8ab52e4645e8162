// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that are run in a browser; they have it as a parameter ({@link Browser}). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrowserExtension.class)
@interface InBrowser {}
