<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="carelet" uri="io.github.carelet.tags" %>
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Where we send our patients</title>
<carelet:stylesheet/>
</head>
<body>
<h1>Where we send our patients</h1>
<h2>Treatments</h2>
<carelet:treatments heading="3"/>
<h2>Locations</h2>
<jsp:include page="/carelet/fragments/locations?heading=3"/>
<h2>Appointments</h2>
<carelet:booking treatment="physical-therapy" location="main"/>
<carelet:script/>
</body>
</html>
