// SPDX-License-Identifier: Apache-2.0
/** {@code grassland key}: key files of the person at the keyboard, beside the registered ones. */
package org.grasslandcarbon.cli.key;
