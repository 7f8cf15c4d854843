package io.github.carelet.catalog;

import java.util.Map;

/** What is said where a clinic has not said it in its own words. */
final class DefaultTexts {

    static final Localized<String> EMERGENCY = new Localized<>(
            Map.of(
                    "en", "If this is an emergency, call your local emergency number now.",
                    "es", "Si es una emergencia, llame ahora al número de emergencias de su zona.",
                    "zh-Hans", "如有紧急情况，立即拨打当地急救电话。",
                    "hy", "Եթե դա անհետաձգելի դեպք է, հիմա զանգահարեք տեղի շտապ օգնության համարով։",
                    "vi", "Nếu đây là trường hợp khẩn cấp, gọi ngay số cấp cứu tại nơi quý vị ở.",
                    "ko", "응급 상황이면 지금 바로 지역 응급 전화번호로 전화하세요.",
                    "fa", "اگر وضعیت اورژانسی است، همین حالا با شمارهٔ اورژانس محل خود تماس بگیرید."),
            "en");

    static final Consent CONSENT = new Consent(
            "default-1",
            new Localized<>(
                    Map.of(
                            "en", "The clinic may use what I enter here to answer my request.",
                            "es", "La clínica puede usar lo que escribo aquí para responder a mi solicitud.",
                            "zh-Hans", "诊所可以使用我在这里填写的内容来答复我的申请。",
                            "hy", "Կլինիկան կարող է օգտագործել այստեղ իմ գրածը՝ իմ խնդրանքին պատասխանելու համար։",
                            "vi", "Phòng khám được dùng những gì tôi ghi ở đây để trả lời yêu cầu của tôi.",
                            "ko", "클리닉은 제 신청에 답하기 위해 제가 여기에 적은 내용을 사용할 수 있습니다.",
                            "fa", "کلینیک می‌تواند برای پاسخ به درخواست من از آنچه اینجا می‌نویسم استفاده کند."),
                    "en"));

    private DefaultTexts() {}
}
